package org.ashlar.platform.studio.internal.model;

import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.TextFormat;

/** Kinds of custom fields. */
public enum FieldKind {
    TEXT(FieldType.TEXT),
    LONG_TEXT(FieldType.TEXT),
    RICH_TEXT(FieldType.TEXT, TextFormat.HTML),
    TAGS(FieldType.TEXT, TextFormat.WORDS),
    IMAGE(FieldType.TEXT, TextFormat.IMAGE),
    INTEGER(FieldType.INTEGER),
    DECIMAL(FieldType.DECIMAL),
    MONEY(FieldType.DECIMAL),
    BOOLEAN(FieldType.BOOLEAN),
    DATE(FieldType.DATE),
    DATE_TIME(FieldType.INSTANT),
    CHOICE(FieldType.ENUM),
    REFERENCE(FieldType.REF);

    private final FieldType type;
    private final TextFormat format;

    FieldKind(FieldType type) {
        this(type, TextFormat.PLAIN);
    }

    FieldKind(FieldType type, TextFormat format) {
        this.type = type;
        this.format = format;
    }

    /** What its texts hold. */
    public TextFormat format() {
        return format;
    }

    /** Whether it is a text as long as texts can be. */
    public boolean isLong() {
        return this == LONG_TEXT || this == RICH_TEXT || this == IMAGE;
    }

    /** What it is for the records engine. */
    public FieldType type() {
        return type;
    }

    /** Whether its values can be demanded to be unique. */
    public boolean canBeUnique() {
        return !isLong() && this != TAGS && this != BOOLEAN;
    }
}
