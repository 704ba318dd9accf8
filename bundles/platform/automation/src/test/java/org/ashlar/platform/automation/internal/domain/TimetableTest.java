package org.ashlar.platform.automation.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ashlar.platform.automation.internal.model.Every;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aDayBeginsAtItsTimeInTheCompanysZone() {
        Timetable daily = new Timetable(Every.DAILY, 1, LocalTime.of(8, 0), 1, 1);
        assertThat(daily.occurrence(at("2026-11-22T07:59"))).isEqualTo("2026-11-21");
        assertThat(daily.occurrence(at("2026-11-22T08:00"))).isEqualTo("2026-11-22");
    }

    @Test
    void anHourThatComesTwiceStrikesOnce() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Timetable daily = new Timetable(Every.DAILY, 1, LocalTime.of(1, 30), 1, 1);
        ZonedDateTime again = ZonedDateTime.parse("2027-11-07T06:10:00Z").withZoneSameInstant(newYork);
        assertThat(daily.occurrence(again)).isEqualTo("2027-11-06");
        assertThat(daily.struckBefore(again, "2027-11-07")).isTrue();
        assertThat(daily.struckBefore(again, "2027-11-06")).isFalse();
        assertThat(daily.struckBefore(again, null)).isFalse();
        assertThat(daily.struckBefore(again, "m30012345")).isFalse();
    }

    @Test
    void whatAClockThatWasAheadSawDoesNotCount() {
        Timetable daily = new Timetable(Every.DAILY, 1, LocalTime.of(8, 0), 1, 1);
        assertThat(daily.struckBefore(at("2026-11-22T09:00"), "2030-01-05")).isFalse();
        Timetable due = new Timetable(Every.DATE, 1, LocalTime.of(8, 0), 1, 1);
        assertThat(due.days(at("2026-11-22T09:00"), LocalDate.of(2030, 1, 5))).containsExactly(LocalDate.of(2026, 11, 22));
    }

    @Test
    void weeksAndMonthsStrikeOnTheirDay() {
        Timetable weekly = new Timetable(Every.WEEKLY, 1, LocalTime.MIDNIGHT, 1, 1);
        assertThat(weekly.occurrence(at("2026-11-22T10:00"))).isEqualTo("2026-11-16");
        assertThat(weekly.occurrence(at("2026-11-23T00:00"))).isEqualTo("2026-11-23");
        Timetable monthly = new Timetable(Every.MONTHLY, 1, LocalTime.of(9, 0), 1, 31);
        assertThat(monthly.occurrence(at("2026-03-01T00:00"))).isEqualTo("2026-02-28");
        assertThat(monthly.occurrence(at("2026-03-31T08:59"))).isEqualTo("2026-02-28");
        assertThat(monthly.occurrence(at("2026-03-31T09:00"))).isEqualTo("2026-03-31");
    }

    @Test
    void whoWasBornOnTheTwentyNinthOfFebruaryCelebratesOnTheTwentyEighthInOtherYears() {
        LocalDate leap = LocalDate.of(2000, 2, 29);
        assertThat(Timetable.anniversaries(LocalDate.of(2026, 2, 28))).contains(leap, LocalDate.of(2001, 2, 28));
        assertThat(Timetable.anniversaries(LocalDate.of(2028, 2, 28))).doesNotContain(leap);
        assertThat(Timetable.anniversaries(LocalDate.of(2028, 2, 29))).contains(leap);
        assertThat(Timetable.anniversaries(LocalDate.of(2026, 3, 1))).doesNotContain(leap);
    }

    @Property(tries = 500)
    void everybodyHasOneBirthdayAYear(@ForAll @IntRange(min = 0, max = 40_000) int born,
            @ForAll @IntRange(min = 2020, max = 2060) int year) {
        LocalDate birth = LocalDate.of(1901, 1, 1).plusDays(born);
        if (birth.getYear() < year) {
            long days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> day.getMonth() == birth.getMonth() || day.getMonthValue() == 2)
                    .filter(day -> Timetable.anniversaries(day).contains(birth)).count();
            assertThat(days).isEqualTo(1);
        }
    }

    @Test
    void aStandstillIsMadeUpForOneWeek() {
        Timetable birthday = new Timetable(Every.ANNIVERSARY, 1, LocalTime.of(8, 0), 1, 1);
        ZonedDateTime now = at("2026-11-22T09:00");
        assertThat(birthday.days(now, null)).containsExactly(LocalDate.of(2026, 11, 22));
        assertThat(birthday.days(now, LocalDate.of(2026, 11, 22))).isEmpty();
        assertThat(birthday.days(now, LocalDate.of(2026, 11, 20)))
                .containsExactly(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22));
        assertThat(birthday.days(now, LocalDate.of(2026, 1, 1))).hasSize(7).last().isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void intervalsAreSlotsOfTime() {
        Timetable quarter = new Timetable(Every.MINUTES, 15, LocalTime.MIDNIGHT, 1, 1);
        assertThat(quarter.occurrence(at("2026-11-22T09:00"))).isEqualTo(quarter.occurrence(at("2026-11-22T09:14")))
                .isNotEqualTo(quarter.occurrence(at("2026-11-22T09:15")));
    }

    private static ZonedDateTime at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(SHANGHAI);
    }
}
