package org.ashlar.sales;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A quantity of one order line, in the line's unit.
 *
 * @param lineId record id of model {@code sales.orderLine}
 * @param quantity quantity in the unit of the line
 */
public record LineQuantity(long lineId, BigDecimal quantity) {

    /** Checks that the quantity is given. */
    public LineQuantity {
        Objects.requireNonNull(quantity, "quantity");
    }
}
