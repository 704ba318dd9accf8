package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line with its taxes, rounded to the currency.
 *
 * @param net without tax
 * @param taxes taxes in order of computing
 */
public record TaxedLine(BigDecimal net, List<TaxAmount> taxes) {

    /** Sum of the taxes. */
    public BigDecimal tax() {
        return taxes.stream().map(TaxAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Net and taxes. */
    public BigDecimal total() {
        return net.add(tax());
    }
}
