package org.ashlar.finance.internal.domain;

/** Where taxes are rounded; the company's choice, setting {@code finance.tax.rounding}. */
public enum TaxRounding {
    /** Each tax on each line. */
    LINE,
    /** Each tax once for the whole document. */
    TOTAL
}
