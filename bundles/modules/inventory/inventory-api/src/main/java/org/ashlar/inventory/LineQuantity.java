package org.ashlar.inventory;

import java.math.BigDecimal;

/**
 * What was really done of a transfer line.
 *
 * @param lineId transfer line id
 * @param quantity in the line's unit, 0 or more (same sign as planned on adjustments)
 */
public record LineQuantity(long lineId, BigDecimal quantity) {
}
