package org.ashlar.crm.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ForecastTest {

    @Test
    void amountsAreWeightedInTheirMinorUnit() {
        assertThat(Forecast.weighted(new BigDecimal("120000"), 30, "CNY")).isEqualByComparingTo("36000");
        assertThat(Forecast.weighted(new BigDecimal("0.05"), 50, "CNY")).isEqualByComparingTo("0.03");
        assertThat(Forecast.weighted(new BigDecimal("1001"), 50, "JPY")).isEqualByComparingTo("501");
        assertThat(Forecast.weighted(null, 50, "CNY")).isNull();
    }

    @Property
    void noForecastExceedsItsAmount(@ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(max = 100) int probability) {
        assertThat(Forecast.weighted(amount, probability, "CNY")).isBetween(BigDecimal.ZERO, amount);
    }

    @Test
    void percentagesLieBetweenNothingAndCertain() {
        assertThat(Forecast.percentage(0)).isTrue();
        assertThat(Forecast.percentage(100)).isTrue();
        assertThat(Forecast.percentage(101)).isFalse();
        assertThat(Forecast.percentage(-1)).isFalse();
        assertThat(Forecast.percentage(null)).isFalse();
    }
}
