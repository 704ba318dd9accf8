package org.ashlar.masters.internal.model;

/** How a product is replenished. */
public enum Supply {
    BUY,
    MAKE
}
