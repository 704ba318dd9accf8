package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ashlar.inventory.Against;

/**
 * Something that changes stock value of one product. Events of a product are totally ordered by date and sequence.
 *
 * @param type what
 * @param id unique among the product's events: the move, or the late cost's own id
 * @param moveId move that value entries belong to; for late costs the receipt
 * @param date day
 * @param sequence order inside the day, unique per product
 * @param quantity moved quantity, positive; 0 for late costs
 * @param value for {@link Type#IN}: value brought along; for {@link Type#LATE_COST}: the amount; rounded to the currency
 * @param originMoveId for returns: the move given back, {@code null} if unknown
 * @param against the other side
 * @param standardCost standard cost per unit when it was entered
 */
public record CostEvent(Type type, long id, long moveId, LocalDate date, long sequence, BigDecimal quantity,
        BigDecimal value, Long originMoveId, Against against, BigDecimal standardCost) implements Comparable<CostEvent> {

    /** Kinds of events. */
    public enum Type {
        /** Into stock with a known value: receipts, found goods. */
        IN,
        /** Out of stock at the method's cost: deliveries, losses. */
        OUT,
        /** Back into stock at the cost at which the origin left. */
        RETURN_IN,
        /** Back out of stock at the cost at which the origin came. */
        RETURN_OUT,
        /** A later cost of the receipt {@code moveId}. */
        LATE_COST
    }

    @Override
    public int compareTo(CostEvent other) {
        int byDate = date.compareTo(other.date);
        return byDate != 0 ? byDate : Long.compare(sequence, other.sequence);
    }

    /** Whether what follows it depends on what stock was worth: an earlier event entered later must look at it again. */
    public boolean dependsOnPast() {
        return type != Type.IN && type != Type.RETURN_IN;
    }
}
