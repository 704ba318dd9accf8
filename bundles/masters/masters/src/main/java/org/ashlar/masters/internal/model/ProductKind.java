package org.ashlar.masters.internal.model;

/** What a product is. */
public enum ProductKind {
    /** Kept in stock. */
    GOODS,
    /** Not kept in stock. */
    SERVICE
}
