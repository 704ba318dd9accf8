package org.ashlar.platform.value;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount of goods or work in a unit.
 *
 * @param amount up to six decimals
 * @param unit unit code of masters, for example {@code PCE}
 */
public record Quantity(BigDecimal amount, String unit) {

    /** Checks that both are given. */
    public Quantity {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(unit, "unit");
    }
}
