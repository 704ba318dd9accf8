package org.ashlar.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.ashlar.platform.event.Outbound;

/**
 * An invoice or credit note was posted.
 *
 * @param invoiceId invoice
 * @param kind kind
 * @param partyId party
 * @param companyId company
 * @param date invoice date
 * @param number legal number
 * @param currency ISO 4217 code
 * @param total total with tax, positive on credit notes too
 * @param lines lines
 */
@Outbound("finance.invoice.posted")
public record InvoicePosted(long invoiceId, InvoiceKind kind, long partyId, long companyId, LocalDate date,
        String number, String currency, BigDecimal total, List<InvoicedLine> lines) {

    /**
     * A line.
     *
     * @param sourceModel model of the billed line or {@code null}
     * @param sourceLineId its id, 0 if none
     * @param productId product or {@code null}
     * @param quantity quantity, positive on credit notes too
     * @param unit unit code or {@code null}
     * @param netAmount without tax
     */
    public record InvoicedLine(String sourceModel, long sourceLineId, Long productId, BigDecimal quantity, String unit,
            BigDecimal netAmount) {
    }
}
