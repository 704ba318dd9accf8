package org.ashlar.platform.records.internal.catalog;

import java.lang.reflect.Field;

/** A persistent Java field of an entity class. */
final class FieldAttribute extends Attribute {

    private final Field field;

    FieldAttribute(Field field) {
        super(field.getType());
        this.field = field;
        field.setAccessible(true);
    }

    @Override
    public Object get(Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
    }

    @Override
    public void set(Object entity, Object value) {
        try {
            field.set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot write " + field, e);
        }
    }
}
