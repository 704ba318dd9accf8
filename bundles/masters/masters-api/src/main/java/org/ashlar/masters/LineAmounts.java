package org.ashlar.masters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.ashlar.platform.value.Rounding;

/** Amounts of order lines: quantity times price, less a discount in percent. Pure. */
public final class LineAmounts {

    /** Decimals of amounts that are kept as another system had them. */
    public static final int HISTORIC_SCALE = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private LineAmounts() {
    }

    /** Quantity times price after discount, rounded half up to the currency's minor unit. */
    public static BigDecimal net(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent,
            String currency) {
        return Rounding.money(exact(quantity, unitPrice, discountPercent), currency);
    }

    /** Quantity times price after discount to four decimals, for imported history. */
    public static BigDecimal historicNet(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent) {
        return exact(quantity, unitPrice, discountPercent).setScale(HISTORIC_SCALE, RoundingMode.HALF_UP);
    }

    /** Sum; zero of nothing. */
    public static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A quantity or price as users write it: message formats would cut it after three decimals. */
    public static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal exact(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent) {
        return quantity.multiply(unitPrice).multiply(HUNDRED.subtract(discountPercent)).movePointLeft(2);
    }
}
