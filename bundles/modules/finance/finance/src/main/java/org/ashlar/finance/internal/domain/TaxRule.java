package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One tax.
 *
 * @param code identifies it in results
 * @param kind how it is computed
 * @param rate percent, or amount per unit when fixed; negative withholds
 * @param inclusive whether prices contain it
 * @param includedInBase whether later taxes are computed on top of it
 * @param sequence order of computing
 */
public record TaxRule(String code, TaxKind kind, BigDecimal rate, boolean inclusive, boolean includedInBase,
        int sequence) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What the tax is per unit of its base; 0 when fixed. */
    BigDecimal factor(MathContext precision) {
        BigDecimal share = rate.divide(HUNDRED, precision);
        return switch (kind) {
            case PERCENT -> share;
            case FIXED -> BigDecimal.ZERO;
            case DIVISION -> share.divide(BigDecimal.ONE.subtract(share), precision);
        };
    }

    /** The part of the tax that does not depend on the base. */
    BigDecimal constant(BigDecimal quantity) {
        return kind == TaxKind.FIXED ? rate.multiply(quantity) : BigDecimal.ZERO;
    }
}
