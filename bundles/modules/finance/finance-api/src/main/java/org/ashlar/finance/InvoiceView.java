package org.ashlar.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice as it stands.
 *
 * @param id id
 * @param kind kind
 * @param state state
 * @param number legal number, {@code null} on drafts
 * @param partyId party
 * @param companyId company
 * @param date invoice date
 * @param dueDate due date
 * @param currency ISO 4217 code
 * @param reference reference or {@code null}
 * @param netAmount without tax
 * @param taxAmount tax
 * @param totalAmount what is to be paid
 * @param openAmount what is not yet paid, 0 on drafts
 * @param sourceModel model of the billed document or {@code null}
 * @param sourceId its id, 0 if none
 * @param lines lines in order
 */
public record InvoiceView(long id, InvoiceKind kind, InvoiceState state, String number, long partyId, long companyId,
        LocalDate date, LocalDate dueDate, String currency, String reference, BigDecimal netAmount,
        BigDecimal taxAmount, BigDecimal totalAmount, BigDecimal openAmount, String sourceModel, long sourceId,
        List<InvoiceLineView> lines) {
}
