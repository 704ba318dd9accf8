package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is left of one receipt (FIFO).
 *
 * @param moveId the receipt
 * @param date its day
 * @param sequence its order inside the day
 * @param quantity left, positive
 * @param value of what is left
 */
public record Layer(long moveId, LocalDate date, long sequence, BigDecimal quantity, BigDecimal value)
        implements Comparable<Layer> {

    @Override
    public int compareTo(Layer other) {
        int byDate = date.compareTo(other.date);
        return byDate != 0 ? byDate : Long.compare(sequence, other.sequence);
    }

    Layer less(BigDecimal takenQuantity, BigDecimal takenValue) {
        return new Layer(moveId, date, sequence, quantity.subtract(takenQuantity), value.subtract(takenValue));
    }

    Layer plus(BigDecimal addedValue) {
        return new Layer(moveId, date, sequence, quantity, value.add(addedValue));
    }
}
