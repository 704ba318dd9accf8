package org.ashlar.finance.internal.service;

import java.math.BigDecimal;

/**
 * An invoice to be settled from a payment.
 *
 * @param invoice invoice id
 * @param amount positive, in the invoice's currency; {@code null}: as much as possible
 */
public record AllocationRequest(Long invoice, BigDecimal amount) {
}
