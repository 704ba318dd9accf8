package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a move that may be given back was worth and how much of it has come back.
 *
 * @param quantity moved quantity
 * @param value absolute value against its main side, late costs included
 * @param returned quantity given back so far
 */
public record Origin(BigDecimal quantity, BigDecimal value, BigDecimal returned) {

    /** A move that was just made. */
    public static Origin of(BigDecimal quantity, BigDecimal value) {
        return new Origin(quantity, value, BigDecimal.ZERO);
    }

    Origin plus(BigDecimal added) {
        return new Origin(quantity, value.add(added), returned);
    }

    Origin returning(BigDecimal part) {
        return new Origin(quantity, value, returned.add(part));
    }

    /** Value of the next part given back; all parts together make exactly the whole. */
    BigDecimal valueOf(BigDecimal part, int decimals) {
        return upTo(returned.add(part), decimals).subtract(upTo(returned, decimals));
    }

    private BigDecimal upTo(BigDecimal part, int decimals) {
        return value.multiply(part).divide(quantity, decimals, RoundingMode.HALF_UP);
    }
}
