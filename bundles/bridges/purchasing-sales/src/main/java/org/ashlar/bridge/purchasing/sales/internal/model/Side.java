package org.ashlar.bridge.purchasing.sales.internal.model;

/** Which of the two orders is this company's. */
public enum Side {
    /** The one that a user entered. */
    ORIGIN,
    /** The one that was written for it in the other company; it never makes a further one. */
    MIRROR
}
