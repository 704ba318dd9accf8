package org.ashlar.finance;

/** States of an invoice. */
public enum InvoiceState {
    /** May still change. */
    DRAFT,
    /** Has a number, an entry and an open item. */
    POSTED,
    /** Posted and nothing is open. */
    PAID,
    /** A draft that was given up. */
    CANCELLED
}
