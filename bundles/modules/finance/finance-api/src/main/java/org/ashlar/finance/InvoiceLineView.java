package org.ashlar.finance;

import java.math.BigDecimal;

/**
 * A line of an invoice.
 *
 * @param id line id
 * @param productId product or {@code null}
 * @param text description
 * @param quantity quantity
 * @param unit unit code or {@code null}
 * @param unitPrice unit price
 * @param discountPercent discount, 0 if none
 * @param taxCode tax code or {@code null}
 * @param netAmount without tax
 * @param taxAmount tax
 * @param sourceModel model of the invoiced line or {@code null}
 * @param sourceLineId id of the invoiced line, 0 if none
 */
public record InvoiceLineView(long id, Long productId, String text, BigDecimal quantity, String unit,
        BigDecimal unitPrice, BigDecimal discountPercent, String taxCode, BigDecimal netAmount, BigDecimal taxAmount,
        String sourceModel, long sourceLineId) {
}
