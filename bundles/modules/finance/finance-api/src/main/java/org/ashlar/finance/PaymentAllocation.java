package org.ashlar.finance;

import java.math.BigDecimal;

/**
 * A part of a payment that settles an invoice.
 *
 * @param invoiceId invoice of the same party
 * @param amount positive, in the invoice's currency; {@code null}: as much as is open and available
 */
public record PaymentAllocation(long invoiceId, BigDecimal amount) {
}
