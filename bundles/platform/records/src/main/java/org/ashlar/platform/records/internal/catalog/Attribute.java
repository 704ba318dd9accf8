package org.ashlar.platform.records.internal.catalog;

/** Reads and writes one value of an entity. Thread-safe. */
public abstract class Attribute {

    private final Class<?> type;

    Attribute(Class<?> type) {
        this.type = type;
    }

    /** Java type. */
    public Class<?> type() {
        return type;
    }

    /** Value in this entity. */
    public abstract Object get(Object entity);

    /** Sets the value in this entity. */
    public abstract void set(Object entity, Object value);
}
