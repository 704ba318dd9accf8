package org.ashlar.inventory;

/** Where a transfer stands. */
public enum TransferState {
    /** Planned; holds no stock. */
    DRAFT,
    /** Planned, and what leaves stock is reserved. */
    READY,
    /** Goods have moved; immutable. */
    DONE,
    /** Given up; holds no stock. */
    CANCELLED
}
