package org.ashlar.inventory.internal.model;

/** What a value entry came from. */
public enum ValueKind {
    RECEIPT, ISSUE, RETURN, ADJUSTMENT,
    /** A cost that came after the receipt. */
    LATE_COST,
    /** A correction because something earlier was entered later. */
    RECOST
}
