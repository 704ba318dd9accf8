package org.ashlar.finance.internal.model;

/** States of a payment. */
public enum PaymentState {
    DRAFT, POSTED
}
