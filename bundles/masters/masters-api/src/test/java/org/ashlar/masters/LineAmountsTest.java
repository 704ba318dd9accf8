package org.ashlar.masters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LineAmountsTest {

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    @Test
    void roundsHalfUpToTheMinorUnitOfTheCurrency() {
        assertThat(LineAmounts.net(d("3"), d("0.335"), d("0"), "CNY")).isEqualByComparingTo("1.01");
        assertThat(LineAmounts.net(d("1"), d("0.125"), d("0"), "EUR")).isEqualByComparingTo("0.13");
        assertThat(LineAmounts.net(d("3"), d("33.5"), d("0"), "JPY")).isEqualByComparingTo("101");
        assertThat(LineAmounts.net(d("1"), d("0.0005"), d("0"), "KWD")).isEqualByComparingTo("0.001");
    }

    @Test
    void takesTheDiscountOffBeforeRounding() {
        assertThat(LineAmounts.net(d("7"), d("19.99"), d("12.5"), "CNY")).isEqualByComparingTo("122.44");
        assertThat(LineAmounts.net(d("7"), d("19.99"), d("100"), "CNY")).isEqualByComparingTo("0");
    }

    @Test
    void keepsFourDecimalsOfHistory() {
        assertThat(LineAmounts.historicNet(d("3"), d("2024.994"), d("0"))).isEqualByComparingTo("6074.982");
        assertThat(LineAmounts.historicNet(d("14"), d("31.3142"), d("2"))).isEqualByComparingTo("429.6308");
    }

    @Test
    void sumOfNothingIsZero() {
        assertThat(LineAmounts.sum(List.of())).isEqualByComparingTo("0");
    }

    @Property
    void differsFromTheExactValueByHalfAMinorUnitAtMost(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(6) BigDecimal quantity,
            @ForAll @BigRange(min = "0", max = "100000") @Scale(6) BigDecimal price,
            @ForAll @BigRange(min = "0", max = "100") @Scale(6) BigDecimal discount) {
        BigDecimal exact = quantity.multiply(price).multiply(d("100").subtract(discount)).movePointLeft(2);
        BigDecimal net = LineAmounts.net(quantity, price, discount, "CNY");
        assertThat(net.subtract(exact).abs()).isLessThanOrEqualTo(d("0.005"));
        assertThat(net.stripTrailingZeros().scale()).isLessThanOrEqualTo(2);
        assertThat(net).isNotNegative();
    }
}
