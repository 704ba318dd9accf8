package org.ashlar.platform.insight.internal.model;

/** Kind of file. */
public enum SendFormat {
    /** For reading. */
    PDF,
    /** For a spreadsheet. */
    XLSX,
    /** For other programs. */
    CSV
}
