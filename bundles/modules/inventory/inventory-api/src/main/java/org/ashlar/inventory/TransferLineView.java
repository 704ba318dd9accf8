package org.ashlar.inventory;

import java.math.BigDecimal;

/**
 * A line of a transfer.
 *
 * @param id line id
 * @param productId what
 * @param quantity planned, in {@code unit}
 * @param doneQuantity done, in {@code unit}; 0 before completion
 * @param unit unit code
 * @param sourceLineId line of the source document, 0 if none
 * @param originMoveId for returns: the move given back, or {@code null}
 */
public record TransferLineView(long id, long productId, BigDecimal quantity, BigDecimal doneQuantity, String unit,
        long sourceLineId, Long originMoveId) {
}
