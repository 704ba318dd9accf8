package org.ashlar.finance.internal.domain;

/** How a tax is computed. */
public enum TaxKind {
    /** Percent of the base. */
    PERCENT,
    /** An amount per unit of quantity. */
    FIXED,
    /** Percent of base and tax together: the base is divided by what remains. */
    DIVISION
}
