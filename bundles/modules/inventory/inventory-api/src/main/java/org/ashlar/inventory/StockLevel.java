package org.ashlar.inventory;

import java.math.BigDecimal;

/**
 * Stock of a product, in its own unit.
 *
 * @param productId what
 * @param onHand physically there
 * @param reserved held for documents
 */
public record StockLevel(long productId, BigDecimal onHand, BigDecimal reserved) {

    /** What may still be promised. */
    public BigDecimal available() {
        return onHand.subtract(reserved);
    }
}
