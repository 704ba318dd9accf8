package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ashlar.masters.internal.domain.FiscalYears.Cut;
import org.junit.jupiter.api.Test;

class FiscalYearsTest {

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @Test
    void theCalendarYearOfALeapYear() {
        LocalDate start = FiscalYears.startFor(day("2028-02-29"), 1);
        LocalDate end = FiscalYears.endFor(start);
        List<Cut> cuts = FiscalYears.months(start, end);
        assertThat(FiscalYears.code(start, end)).isEqualTo("2028");
        assertThat(cuts).hasSize(12);
        assertThat(cuts.get(1)).isEqualTo(new Cut("2028-02", day("2028-02-01"), day("2028-02-29")));
        assertThat(cuts.get(11)).isEqualTo(new Cut("2028-12", day("2028-12-01"), day("2028-12-31")));
    }

    @Test
    void aYearFromAprilToMarch() {
        LocalDate start = FiscalYears.startFor(day("2027-03-31"), 4);
        LocalDate end = FiscalYears.endFor(start);
        assertThat(start).isEqualTo(day("2026-04-01"));
        assertThat(end).isEqualTo(day("2027-03-31"));
        assertThat(FiscalYears.code(start, end)).isEqualTo("2026/27");
        assertThat(FiscalYears.months(start, end)).extracting(Cut::name).startsWith("2026-04").endsWith("2027-03");
        assertThat(FiscalYears.startFor(day("2027-04-01"), 4)).isEqualTo(day("2027-04-01"));
    }

    @Test
    void theTurnOfTheCenturyIsNamedInFull() {
        assertThat(FiscalYears.code(day("1999-07-01"), day("2000-06-30"))).isEqualTo("1999/00");
    }

    @Test
    void aYearThatStartsWithinAMonthIsCutAtThatDay() {
        List<Cut> cuts = FiscalYears.months(day("2026-04-06"), day("2027-04-05"));
        assertThat(cuts).hasSize(12);
        assertThat(cuts.get(0)).isEqualTo(new Cut("2026-04-06", day("2026-04-06"), day("2026-05-05")));
    }

    @Test
    void aShortFirstYearIsCutAtCalendarMonths() {
        List<Cut> cuts = FiscalYears.months(day("2026-05-15"), day("2026-12-31"));
        assertThat(cuts).hasSize(8);
        assertThat(cuts.get(0)).isEqualTo(new Cut("2026-05", day("2026-05-15"), day("2026-05-31")));
        assertThat(cuts.get(7)).isEqualTo(new Cut("2026-12", day("2026-12-01"), day("2026-12-31")));
    }

    @Property
    void periodsCoverTheYearWithoutGaps(@ForAll @IntRange(min = 0, max = 20_000) int offset,
            @ForAll @IntRange(min = 0, max = 700) int length) {
        LocalDate start = day("2000-01-01").plusDays(offset);
        for (LocalDate end : List.of(FiscalYears.endFor(start), start.plusDays(length))) {
            LocalDate next = start;
            for (Cut cut : FiscalYears.months(start, end)) {
                assertThat(cut.start()).isEqualTo(next);
                assertThat(cut.end()).isAfterOrEqualTo(cut.start());
                next = cut.end().plusDays(1);
            }
            assertThat(next).isEqualTo(end.plusDays(1));
        }
    }

    @Property
    void everyDayLiesInTheYearThatIsFoundForIt(@ForAll @IntRange(min = 0, max = 20_000) int offset,
            @ForAll @IntRange(min = 1, max = 12) int month) {
        LocalDate date = day("2000-01-01").plusDays(offset);
        LocalDate start = FiscalYears.startFor(date, month);
        assertThat(date).isBetween(start, FiscalYears.endFor(start));
        assertThat(start.getMonthValue()).isEqualTo(month);
    }
}
