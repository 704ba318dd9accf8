package org.ashlar.inventory;

import java.math.BigDecimal;

/**
 * One change of stock value.
 *
 * @param moveId move that it belongs to
 * @param productId what
 * @param categoryId the product's category, or {@code null}
 * @param quantity change of quantity in the product's unit, 0 for pure cost changes
 * @param value company currency, positive into stock, rounded to the currency
 * @param against the other side
 */
public record ValueLine(long moveId, long productId, Long categoryId, BigDecimal quantity, BigDecimal value,
        Against against) {
}
