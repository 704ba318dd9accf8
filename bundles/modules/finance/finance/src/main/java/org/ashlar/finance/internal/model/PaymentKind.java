package org.ashlar.finance.internal.model;

/** Money in or money out. */
public enum PaymentKind {
    RECEIPT, PAYMENT
}
