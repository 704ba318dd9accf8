package org.ashlar.finance.internal.model;

/** Where a tax applies. */
public enum TaxScope {
    SALE, PURCHASE
}
