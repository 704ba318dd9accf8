package org.ashlar.crm.internal.domain;

import java.math.BigDecimal;
import org.ashlar.platform.value.Rounding;

/** What an uncertain amount is worth. */
public final class Forecast {

    /** Certain. */
    public static final int CERTAIN = 100;

    private static final int PERCENT_SCALE = 2;

    private Forecast() {
    }

    /** Amount times probability, in the minor unit of the currency; {@code null} without an amount. */
    public static BigDecimal weighted(BigDecimal amount, int probability, String currency) {
        return amount == null ? null
                : Rounding.money(amount.multiply(BigDecimal.valueOf(probability, PERCENT_SCALE)), currency);
    }

    /** Whether it is a percentage. */
    public static boolean percentage(Integer probability) {
        return probability != null && probability >= 0 && probability <= CERTAIN;
    }
}
