package org.ashlar.masters;

import java.math.BigDecimal;

/**
 * One row that was considered for a price.
 *
 * @param source code of the price list, or the product's code for its sale price
 * @param lineId price row, {@code null} for a whole list or the product's sale price
 * @param verdict {@code WON}, or why not: {@code OTHER_CURRENCY}, {@code NOT_VALID_ON_DATE}, {@code QUANTITY_TOO_SMALL},
 *     {@code OTHER_UNIT}, {@code LOWER_TIER}, {@code LESS_SPECIFIC}, {@code NO_ROW}
 * @param price price or {@code null}
 * @param minimumQuantity tier or {@code null}
 */
public record PriceStep(String source, Long lineId, String verdict, BigDecimal price, BigDecimal minimumQuantity) {
}
