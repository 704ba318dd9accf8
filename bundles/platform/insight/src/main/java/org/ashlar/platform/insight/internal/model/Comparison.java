package org.ashlar.platform.insight.internal.model;

/** What a figure is compared with. */
public enum Comparison {
    /** Nothing. */
    NONE,
    /** The period before. */
    PREVIOUS,
    /** The same days a year earlier. */
    YEAR
}
