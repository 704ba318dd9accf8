package org.ashlar.platform.value;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount in a currency. Arithmetic between currencies is refused.
 *
 * @param amount any scale; {@link #rounded()} brings it to the minor unit
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    /** Checks that both are given. */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /** Nothing, in a currency. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Sum. */
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /** Difference. */
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** Opposite sign. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** Product with a plain number, not rounded. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** Rounded by {@link Rounding#money}. */
    public Money rounded() {
        return new Money(Rounding.money(amount, currency), currency);
    }

    /** Sign of the amount. */
    public int signum() {
        return amount.signum();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Currencies differ: " + currency + ", " + other.currency);
        }
        return other;
    }
}
