package org.ashlar.platform.automation.internal.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ashlar.platform.automation.internal.model.Every;

/**
 * When a rule's clock strikes, in the company's time zone. What fell into a standstill is made up for once; days of
 * records up to a week back.
 *
 * @param every how often
 * @param interval every so many of them, at least 1
 * @param at time of day
 * @param weekday 1 Monday to 7 Sunday
 * @param monthDay day of the month; a day that the month lacks is its last one
 */
public record Timetable(Every every, int interval, LocalTime at, int weekday, int monthDay) {

    /** Days that are made up for. */
    public static final int MADE_UP = 7;
    private static final int FIRST_YEAR = 1900;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Whether records are chosen by a date of theirs. */
    public boolean byDate() {
        return every == Every.DATE || every == Every.ANNIVERSARY;
    }

    /** Name of the latest strike at or before now; the same until the next one. */
    public String occurrence(ZonedDateTime now) {
        return switch (every) {
            case MINUTES -> "m" + Math.floorDiv(now.toEpochSecond(), 60L * interval);
            case HOURS -> "h" + Math.floorDiv(now.toEpochSecond(), 3600L * interval);
            case DAILY, DATE, ANNIVERSARY -> day(now).toString();
            case WEEKLY -> day(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday))).toString();
            case MONTHLY -> monthly(day(now)).toString();
        };
    }

    /**
     * Whether a later strike than the latest one by the clock has been: an hour that comes twice when summer time ends, or a
     * clock set back on the same day. One of a day to come was seen by a clock that was ahead and does not count.
     */
    public boolean struckBefore(ZonedDateTime now, String last) {
        return last != null && DAY.matcher(last).matches() && last.compareTo(occurrence(now)) > 0
                && !LocalDate.parse(last).isAfter(now.toLocalDate());
    }

    /** The latest day whose time of day has come. */
    private LocalDate day(ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        return now.toLocalTime().isBefore(at) ? today.minusDays(1) : today;
    }

    private LocalDate monthly(LocalDate day) {
        LocalDate inMonth = day.withDayOfMonth(Math.min(monthDay, day.lengthOfMonth()));
        if (!inMonth.isAfter(day)) {
            return inMonth;
        }
        LocalDate before = day.minus(1, ChronoUnit.MONTHS).withDayOfMonth(1);
        return before.withDayOfMonth(Math.min(monthDay, before.lengthOfMonth()));
    }

    /** Days to look at for rules by date, after {@code last} ({@code null}: none yet) up to now, oldest first. */
    public List<LocalDate> days(ZonedDateTime now, LocalDate last) {
        LocalDate end = day(now);
        // A day to come was seen by a clock that was ahead.
        LocalDate begin = last == null || last.isAfter(now.toLocalDate()) ? end : last.plusDays(1);
        if (begin.isBefore(end.minusDays(MADE_UP - 1L))) {
            begin = end.minusDays(MADE_UP - 1L);
        }
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = begin; !day.isAfter(end); day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    /**
     * Dates whose anniversary is on that day: the same month and day of every earlier year since 1900.
     * Who was born on 29 February celebrates on the 28th in years without one.
     */
    public static List<LocalDate> anniversaries(LocalDate day) {
        List<LocalDate> dates = new ArrayList<>();
        MonthDay leap = MonthDay.of(2, 29);
        boolean early = MonthDay.from(day).equals(MonthDay.of(2, 28)) && !day.isLeapYear();
        for (int year = FIRST_YEAR; year < day.getYear(); year++) {
            if (MonthDay.from(day).isValidYear(year)) {
                dates.add(MonthDay.from(day).atYear(year));
            }
            if (early && Year.isLeap(year)) {
                dates.add(leap.atYear(year));
            }
        }
        return dates;
    }
}
