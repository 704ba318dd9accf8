package org.ashlar.finance;

import java.math.BigDecimal;

/**
 * A line of an invoice to be drafted.
 *
 * @param productId product or {@code null}
 * @param text description; {@code null}: the product's name
 * @param quantity positive
 * @param unit unit code or {@code null}
 * @param unitPrice in the invoice's currency, up to six decimals
 * @param discountPercent 0 to 100, {@code null}: none
 * @param taxCode tax code, several joined by {@code +}, {@code null}: no tax
 * @param accountRole role of the counter account; {@code null}: revenue on sales, expense on purchases
 * @param sourceModel model of the document line that is invoiced, or {@code null}
 * @param sourceLineId its id, 0 if none
 */
public record InvoiceLineDraft(Long productId, String text, BigDecimal quantity, String unit, BigDecimal unitPrice,
        BigDecimal discountPercent, String taxCode, AccountRole accountRole, String sourceModel, long sourceLineId) {
}
