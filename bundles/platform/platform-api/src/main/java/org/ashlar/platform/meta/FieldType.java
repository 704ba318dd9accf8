package org.ashlar.platform.meta;

/** Types of fields as the outside sees them. */
public enum FieldType {
    /** String up to {@link FieldInfo#length()} characters. */
    TEXT,
    /** Whole number (Java int or long). */
    INTEGER,
    /** Decimal number, BigDecimal; money and quantity fields are decimals with a currency or unit field. */
    DECIMAL,
    BOOLEAN,
    /** ISO date, LocalDate. */
    DATE,
    /** ISO instant in UTC, Instant. */
    INSTANT,
    /** One of {@link FieldInfo#options()}, a Java enum stored by name. */
    ENUM,
    /** Id of a record of {@link FieldInfo#target()}. */
    REF,
    /** Owned line records of {@link FieldInfo#target()}; has no column. */
    LINES
}
