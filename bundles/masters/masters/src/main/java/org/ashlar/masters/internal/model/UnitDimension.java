package org.ashlar.masters.internal.model;

/** What a unit measures; units of one dimension convert into each other. */
public enum UnitDimension {
    COUNT,
    LENGTH,
    AREA,
    VOLUME,
    MASS,
    TIME,
    ENERGY,
    /** Converts only through a product's own conversions (boxes, cases, months). */
    NONE
}
