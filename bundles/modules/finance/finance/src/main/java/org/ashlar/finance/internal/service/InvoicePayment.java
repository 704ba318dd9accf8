package org.ashlar.finance.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A payment that is registered on an invoice.
 *
 * @param date value date, {@code null}: today
 * @param amount positive, in the invoice's currency; {@code null}: all that is open
 * @param account {@code BANK} or {@code CASH}, {@code null}: bank
 * @param reference bank reference or {@code null}
 */
public record InvoicePayment(LocalDate date, BigDecimal amount, String account, String reference) {
}
