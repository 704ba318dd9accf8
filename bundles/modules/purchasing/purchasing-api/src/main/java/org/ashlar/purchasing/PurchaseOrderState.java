package org.ashlar.purchasing;

/** Where a purchase order stands. */
public enum PurchaseOrderState {
    /** Being written. */
    DRAFT,
    /** Waiting for approval or for the vendor's answer. */
    SENT,
    /** Approved and binding: goods may be received and bills matched. */
    CONFIRMED,
    /** Received and billed in full, or closed. */
    DONE,
    /** Refused by an approver or the vendor. */
    REJECTED,
    /** Given up. */
    CANCELLED
}
