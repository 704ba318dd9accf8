package org.ashlar.inventory.internal.model;

/** Where a counting sheet stands. */
public enum CountState {
    DRAFT, DONE, CANCELLED
}
