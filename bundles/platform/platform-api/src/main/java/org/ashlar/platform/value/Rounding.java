package org.ashlar.platform.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The suite's rounding policy: amounts are rounded half up (四舍五入, as commercial practice and tax authorities expect)
 * to the minor unit of their ISO 4217 currency; quantities and unit prices keep up to six decimals.
 */
public final class Rounding {

    /** Decimals of stored quantities, unit prices and unit costs. */
    public static final int RATE_SCALE = 6;

    private Rounding() {
    }

    /** Minor-unit decimals of a currency; 2 where ISO 4217 has none. */
    public static int decimals(String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return digits < 0 ? 2 : digits;
    }

    /** Rounds an amount to its currency's minor unit. */
    public static BigDecimal money(BigDecimal amount, String currency) {
        return amount.setScale(decimals(currency), RoundingMode.HALF_UP);
    }

    /** Rounds a quantity, unit price or rate to six decimals. */
    public static BigDecimal rate(BigDecimal value) {
        return value.setScale(RATE_SCALE, RoundingMode.HALF_UP);
    }
}
