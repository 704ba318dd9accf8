package org.ashlar.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line to be ordered; what is {@code null} comes from the vendor price and the product.
 *
 * @param productId product; {@code null} for a free text line
 * @param text description, {@code null}: the product's name
 * @param quantity ordered quantity, above zero
 * @param unit unit code, {@code null}: the product's
 * @param unitPrice price per unit before discount, {@code null}: from the vendor's prices
 * @param discountPercent 0 to 100, {@code null}: none
 * @param taxCode tax code, {@code null}: the product's
 * @param dueDate date on which the goods are wanted, {@code null}: by the vendor's lead time
 */
public record PurchaseOrderLineDraft(Long productId, String text, BigDecimal quantity, String unit,
        BigDecimal unitPrice, BigDecimal discountPercent, String taxCode, LocalDate dueDate) {
}
