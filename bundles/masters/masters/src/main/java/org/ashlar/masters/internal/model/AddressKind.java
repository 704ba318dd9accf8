package org.ashlar.masters.internal.model;

/** What an address is for. */
public enum AddressKind {
    MAIN,
    INVOICE,
    DELIVERY
}
