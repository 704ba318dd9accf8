package org.ashlar.finance;

import java.math.BigDecimal;

import org.ashlar.platform.event.Outbound;

/**
 * A payment settled an invoice or a part of it; a negative amount takes a settlement back.
 *
 * @param paymentId payment
 * @param invoiceId invoice
 * @param companyId company
 * @param partyId party
 * @param amount in the invoice's currency
 * @param currency the invoice's currency
 * @param openAmount what stays open of the invoice
 * @param sourceModel model of the billed document or {@code null}
 * @param sourceId its id, 0 if none
 */
@Outbound("finance.payment.allocated")
public record PaymentAllocated(long paymentId, long invoiceId, long companyId, long partyId, BigDecimal amount,
        String currency, BigDecimal openAmount, String sourceModel, long sourceId) {
}
