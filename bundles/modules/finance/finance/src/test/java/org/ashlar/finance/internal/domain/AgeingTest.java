package org.ashlar.finance.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "1, 1", "30, 1", "31, 2", "60, 2", "61, 3", "90, 3", "91, 4", "1000, 4"})
    void sortsByDaysOverdue(int daysOverdue, int band) {
        assertThat(Ageing.band(DAY.minusDays(daysOverdue), DAY)).isEqualTo(band);
    }

    @Test
    void bandsAddUp() {
        Ageing ageing = new Ageing();
        ageing.add(DAY.plusDays(1), DAY, BigDecimal.TEN);
        ageing.add(DAY.minusDays(45), DAY, BigDecimal.ONE);
        ageing.add(DAY.minusDays(400), DAY, BigDecimal.ONE.negate());
        assertThat(ageing.sum(2)).isEqualByComparingTo("1");
        assertThat(ageing.total()).isEqualByComparingTo("10");
    }
}
