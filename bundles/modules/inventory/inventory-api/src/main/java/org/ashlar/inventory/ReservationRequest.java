package org.ashlar.inventory;

import java.math.BigDecimal;
import java.util.List;

/**
 * Stock to hold for a document.
 *
 * @param sourceModel document's model
 * @param sourceId document's id
 * @param warehouseId where; {@code null}: the company's main warehouse
 * @param lines what; products without stock (services) are ignored
 * @param partial whether to take what there is instead of refusing
 */
public record ReservationRequest(String sourceModel, long sourceId, Long warehouseId, List<Line> lines,
        boolean partial) {

    /** Copies the lines. */
    public ReservationRequest {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param sourceLineId line of the document
     * @param productId what
     * @param quantity how much, positive
     * @param unit unit code; {@code null}: the product's own
     */
    public record Line(long sourceLineId, long productId, BigDecimal quantity, String unit) {
    }
}
