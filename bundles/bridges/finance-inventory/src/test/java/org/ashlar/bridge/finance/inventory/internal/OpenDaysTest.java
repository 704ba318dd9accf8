package org.ashlar.bridge.finance.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ashlar.finance.PostingPeriods;
import org.junit.jupiter.api.Test;

class OpenDaysTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    /** Everything before May is closed. */
    private final OpenDays days = new OpenDays(new PostingPeriods() {
        @Override
        public boolean open(LocalDate date) {
            return !date.isBefore(MAY);
        }

        @Override
        public LocalDate firstOpen(LocalDate date) {
            return open(date) ? date : MAY;
        }
    });

    @Test
    void aCorrectionOfAClosedMonthMovesToTheFirstOpenDay() {
        assertThat(days.firstOpen(MAY.minusDays(20))).isEqualTo(MAY);
    }

    @Test
    void aDayInAnOpenMonthStays() {
        assertThat(days.firstOpen(MAY.plusDays(3))).isEqualTo(MAY.plusDays(3));
    }
}
