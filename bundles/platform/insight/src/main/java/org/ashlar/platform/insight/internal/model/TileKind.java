package org.ashlar.platform.insight.internal.model;

/** How a tile shows. */
public enum TileKind {
    /** One number, perhaps compared with a period before. */
    FIGURE,
    /** Upright bars by group. */
    BAR,
    /** Bars with room for names. */
    HBAR,
    /** A line over time. */
    LINE,
    /** Shares. */
    PIE,
    /** The first records. */
    LIST,
    /** A cross table. */
    PIVOT
}
