package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A line whose taxes are computed.
 *
 * @param amount quantity times price less discount, as shown to the customer, not rounded
 * @param quantity quantity, for fixed taxes
 * @param taxes taxes in any order
 */
public record TaxableLine(BigDecimal amount, BigDecimal quantity, List<TaxRule> taxes) {

    /** Sorts the taxes into the order of computing. */
    public TaxableLine {
        taxes = taxes.stream().sorted(Comparator.comparingInt(TaxRule::sequence).thenComparing(TaxRule::code)).toList();
    }

    /** Quantity times price less a percentage, not rounded. */
    public static TaxableLine of(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent,
            List<TaxRule> taxes) {
        BigDecimal gross = quantity.multiply(unitPrice);
        BigDecimal amount = discountPercent == null || discountPercent.signum() == 0 ? gross
                : gross.subtract(gross.multiply(discountPercent).movePointLeft(2));
        return new TaxableLine(amount, quantity, taxes);
    }
}
