package org.ashlar.masters.internal.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact positive or zero ratio in lowest terms. Unit factors are fractions because a third of a dozen is no decimal.
 *
 * @param numerator numerator
 * @param denominator denominator, positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {

    /** 1. */
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    /** Decimals at which results that do not end are rounded. */
    static final int SCALE = 12;

    /** Reduces to lowest terms. */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("Denominator is zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        if (divisor.signum() != 0) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    /** Of two whole numbers. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The quotient of two decimals. */
    public static Fraction of(BigDecimal dividend, BigDecimal divisor) {
        int scale = Math.max(0, Math.max(dividend.scale(), divisor.scale()));
        return new Fraction(dividend.setScale(scale).unscaledValue(), divisor.setScale(scale).unscaledValue());
    }

    /** Product. */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Quotient. */
    public Fraction dividedBy(Fraction other) {
        return times(other.inverse());
    }

    /** Reciprocal. */
    public Fraction inverse() {
        return new Fraction(denominator, numerator);
    }

    /** Exact if the result ends within twelve decimals, else rounded half up there; without trailing zeros. */
    public BigDecimal times(BigDecimal value) {
        BigDecimal result = value.multiply(new BigDecimal(numerator))
                .divide(new BigDecimal(denominator), SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        return result.scale() < 0 ? result.setScale(0) : result;
    }
}
