package org.ashlar.inventory;

import java.math.BigDecimal;

/**
 * Where a late cost went.
 *
 * @param toStock part added to the value of what is still there
 * @param consumed part of what is gone already, against {@link Against#CONSUMPTION} or {@link Against#PRICE_DIFFERENCE}
 */
public record CostChange(BigDecimal toStock, BigDecimal consumed) {
}
