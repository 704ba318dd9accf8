package org.ashlar.inventory.internal.action;

import java.math.BigDecimal;

/**
 * Body of {@code reserve} on a warehouse: holds one product for a document, or by hand for the warehouse itself.
 *
 * @param product product id
 * @param quantity how much
 * @param unit unit code; empty: the product's own
 * @param sourceModel document's model; empty: the warehouse
 * @param sourceId document's id
 * @param sourceLineId document's line
 */
public record ReserveStock(Long product, BigDecimal quantity, String unit, String sourceModel, Long sourceId,
        Long sourceLineId) {
}
