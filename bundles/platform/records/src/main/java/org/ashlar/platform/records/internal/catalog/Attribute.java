package org.ashlar.platform.records.internal.catalog;

import java.lang.reflect.Field;

/** Reads and writes one persistent Java field of an entity. Thread-safe. */
public final class Attribute {

    private final Field field;

    Attribute(Field field) {
        this.field = field;
        field.setAccessible(true);
    }

    /** Java type. */
    public Class<?> type() {
        return field.getType();
    }

    /** Value in this entity. */
    public Object get(Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
    }

    /** Sets the value in this entity. */
    public void set(Object entity, Object value) {
        try {
            field.set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot write " + field, e);
        }
    }
}
