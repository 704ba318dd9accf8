package org.ashlar.finance;

/** Id of a payment, model {@code finance.payment}. */
public record PaymentId(long value) {
}
