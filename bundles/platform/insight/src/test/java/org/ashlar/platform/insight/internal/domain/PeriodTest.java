package org.ashlar.platform.insight.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ashlar.platform.insight.internal.domain.Period.Span;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void runningPeriodsEndToday() {
        assertThat(Period.MONTH_TO_DATE.on(DAY)).isEqualTo(span("2026-03-01", "2026-03-31"));
        assertThat(Period.QUARTER_TO_DATE.on(DAY)).isEqualTo(span("2026-01-01", "2026-03-31"));
        assertThat(Period.WEEK_TO_DATE.on(DAY)).isEqualTo(span("2026-03-30", "2026-03-31"));
        assertThat(Period.YEAR_TO_DATE.on(DAY)).isEqualTo(span("2026-01-01", "2026-03-31"));
    }

    @Test
    void wholePeriodsEndWithTheCalendar() {
        assertThat(Period.THIS_MONTH.on(LocalDate.of(2026, 2, 3))).isEqualTo(span("2026-02-01", "2026-02-28"));
        assertThat(Period.LAST_QUARTER.on(DAY)).isEqualTo(span("2025-10-01", "2025-12-31"));
        assertThat(Period.LAST_WEEK.on(DAY)).isEqualTo(span("2026-03-23", "2026-03-29"));
        assertThat(Period.LAST_12_MONTHS.on(DAY)).isEqualTo(span("2025-04-01", "2026-03-31"));
    }

    @Test
    void aRunningMonthIsComparedWithAsManyDaysAndNeverWithItself() {
        assertThat(Period.MONTH_TO_DATE.before(LocalDate.of(2026, 11, 22))).contains(span("2026-10-01", "2026-10-22"));
        assertThat(Period.MONTH_TO_DATE.before(DAY)).contains(span("2026-02-01", "2026-02-28"));
        assertThat(Period.THIS_MONTH.before(DAY)).contains(span("2026-02-01", "2026-02-28"));
        assertThat(Period.LAST_7_DAYS.before(DAY)).contains(span("2026-03-18", "2026-03-24"));
        assertThat(Period.PAST.before(DAY)).isEmpty();
    }

    @Test
    void aYearEarlierKeepsMonthEnds() {
        assertThat(Period.THIS_MONTH.yearBefore(LocalDate.of(2025, 2, 3))).contains(span("2024-02-01", "2024-02-29"));
        assertThat(Period.WEEK_TO_DATE.yearBefore(DAY)).contains(span("2025-03-31", "2025-04-01"));
    }

    @Test
    void everyNameIsKnown() {
        for (Period period : Period.values()) {
            assertThat(Period.of(period.code())).contains(period);
        }
        assertThat(Period.of("someday")).isEmpty();
    }

    @Property
    void spansAreInOrderAndComparisonsDoNotOverlap(@ForAll("days") LocalDate day, @ForAll Period period) {
        Span span = period.on(day);
        if (span.from() != null) {
            assertThat(span.from()).isBeforeOrEqualTo(span.to());
            Span before = period.before(day).orElseThrow();
            assertThat(before.from()).isBeforeOrEqualTo(before.to());
            assertThat(before.to()).isBefore(span.from());
        }
    }

    @Property
    void bucketsHoldTheDaysThatAreCountedInThem(@ForAll("days") LocalDate day) {
        String week = String.format("%04d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        String quarter = String.format("%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
        for (String name : new String[] {week, quarter, day.toString().substring(0, 7), day.toString().substring(0, 4), day.toString()}) {
            Span span = Rsql.bucket(name);
            assertThat(day).isBetween(span.from(), span.to());
        }
        assertThat(Rsql.bucket(week).days()).isEqualTo(7);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, 30_000).map(LocalDate::ofEpochDay);
    }

    private static Span span(String from, String to) {
        return new Span(LocalDate.parse(from), LocalDate.parse(to));
    }
}
