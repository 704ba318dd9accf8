package org.ashlar.sales;

import java.math.BigDecimal;

/**
 * A line to be ordered; what is {@code null} comes from the product, the price list and the party.
 *
 * @param productId product; {@code null} for a free text line
 * @param text description, {@code null}: the product's name
 * @param quantity ordered quantity, above zero
 * @param unit unit code, {@code null}: the product's
 * @param unitPrice price per unit before discount, {@code null}: from the price list
 * @param discountPercent 0 to 100, {@code null}: none
 * @param taxCode tax code, {@code null}: the product's
 */
public record OrderLineDraft(Long productId, String text, BigDecimal quantity, String unit, BigDecimal unitPrice,
        BigDecimal discountPercent, String taxCode) {
}
