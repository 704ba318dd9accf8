package org.ashlar.platform.access;

/** What a caller may do with one field, from least to most. */
public enum FieldRight {
    /** As if there were no such field. */
    NONE,
    /** Sees that there is a value: the last four characters of texts, nothing of others. No filter, sort, group or change. */
    MASKED,
    /** Sees it and does not change it. */
    READ,
    /** Sees and changes it. */
    WRITE
}
