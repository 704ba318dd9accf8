package org.ashlar.sales;

/** Where a quotation or order stands. */
public enum OrderState {
    /** Quotation being written. */
    DRAFT,
    /** Quotation sent to the customer. */
    SENT,
    /** Accepted: a binding order. */
    CONFIRMED,
    /** Delivered and invoiced in full, or closed. */
    DONE,
    /** Given up. */
    CANCELLED
}
