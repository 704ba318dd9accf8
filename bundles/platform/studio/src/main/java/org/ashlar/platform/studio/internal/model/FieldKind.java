package org.ashlar.platform.studio.internal.model;

import org.ashlar.platform.meta.FieldType;

/** Kinds of custom fields. */
public enum FieldKind {
    TEXT(FieldType.TEXT),
    LONG_TEXT(FieldType.TEXT),
    INTEGER(FieldType.INTEGER),
    DECIMAL(FieldType.DECIMAL),
    MONEY(FieldType.DECIMAL),
    BOOLEAN(FieldType.BOOLEAN),
    DATE(FieldType.DATE),
    DATE_TIME(FieldType.INSTANT),
    CHOICE(FieldType.ENUM),
    REFERENCE(FieldType.REF);

    private final FieldType type;

    FieldKind(FieldType type) {
        this.type = type;
    }

    /** What it is for the records engine. */
    public FieldType type() {
        return type;
    }

    /** Whether its values can be demanded to be unique. */
    public boolean canBeUnique() {
        return this != LONG_TEXT && this != BOOLEAN;
    }
}
