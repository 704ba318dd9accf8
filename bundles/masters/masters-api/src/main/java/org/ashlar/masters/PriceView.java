package org.ashlar.masters;

import java.math.BigDecimal;
import java.util.List;

/**
 * A price and why.
 *
 * @param unitPrice price per unit before {@code discountPercent}, six decimals; on slab lists the average over the quantity
 * @param discountPercent discount of the winning row, 0 if none
 * @param netAmount quantity times discounted price, six decimals, exact on slab lists
 * @param currency currency of the price
 * @param unit unit of the price
 * @param priceListId list that won, {@code null}: the product's sale price
 * @param priceLineId row that won, {@code null}: the product's sale price
 * @param steps rows considered, in order, with the verdict on each; the last is the winner
 */
public record PriceView(BigDecimal unitPrice, BigDecimal discountPercent, BigDecimal netAmount, String currency,
        String unit, Long priceListId, Long priceLineId, List<PriceStep> steps) {
}
