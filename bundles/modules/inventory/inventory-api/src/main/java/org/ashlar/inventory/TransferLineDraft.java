package org.ashlar.inventory;

import java.math.BigDecimal;

/**
 * A line of a transfer to create.
 *
 * @param productId what
 * @param quantity in {@code unit}; positive, only adjustments may be negative (out of stock)
 * @param unit unit code; {@code null}: the product's own
 * @param unitCost company currency per {@code unit}, for goods coming in; {@code null}: cost of the origin, else standard cost
 * @param sourceLineId line of the source document, 0 if none
 * @param originMoveId for returns: the move given back, {@code null} if unknown
 */
public record TransferLineDraft(long productId, BigDecimal quantity, String unit, BigDecimal unitCost,
        long sourceLineId, Long originMoveId) {
}
