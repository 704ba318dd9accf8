package org.ashlar.platform.records.internal.catalog;

/** A value of a {@link DefinedRow}. */
final class ValueAttribute extends Attribute {

    private final String name;

    ValueAttribute(String name, Class<?> type) {
        super(type);
        this.name = name;
    }

    @Override
    public Object get(Object row) {
        return ((DefinedRow) row).get(name);
    }

    @Override
    public void set(Object row, Object value) {
        ((DefinedRow) row).set(name, value);
    }
}
