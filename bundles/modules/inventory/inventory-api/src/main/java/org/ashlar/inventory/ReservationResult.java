package org.ashlar.inventory;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is held now.
 *
 * @param lines one per requested line of a product with stock, in order
 */
public record ReservationResult(List<Line> lines) {

    /**
     * One line, in the product's own unit.
     *
     * @param sourceLineId line of the document
     * @param productId what
     * @param requested asked for
     * @param reserved held by this call
     * @param unit the product's own unit
     */
    public record Line(long sourceLineId, long productId, BigDecimal requested, BigDecimal reserved, String unit) {
    }

    /** Whether everything asked for is held. */
    public boolean complete() {
        return lines.stream().allMatch(l -> l.reserved().compareTo(l.requested()) >= 0);
    }
}
