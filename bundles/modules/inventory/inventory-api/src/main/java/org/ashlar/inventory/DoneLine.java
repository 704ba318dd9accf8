package org.ashlar.inventory;

import java.math.BigDecimal;

/**
 * One move of a completed transfer. A line picked from several locations has several.
 *
 * @param sourceLineId line of the source document, 0 if none
 * @param moveId move
 * @param productId what
 * @param quantity in {@code unit}; positive, negative only on adjustments out of stock
 * @param unit unit of the transfer line
 */
public record DoneLine(long sourceLineId, long moveId, long productId, BigDecimal quantity, String unit) {
}
