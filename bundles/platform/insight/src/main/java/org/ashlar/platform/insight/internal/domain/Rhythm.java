package org.ashlar.platform.insight.internal.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When something that comes again comes next, in the company's time zone. A time that the clock leaves out comes at the next
 * one that exists, one that comes twice counts once.
 *
 * @param every how often
 * @param at time of day
 * @param weekday 1 Monday to 7 Sunday
 * @param monthDay day of the month; a day that the month lacks is its last one
 */
public record Rhythm(Every every, LocalTime at, int weekday, int monthDay) {

    /** How often. */
    public enum Every {
        /** Every day. */
        DAILY,
        /** On one day of the week. */
        WEEKLY,
        /** On one day of the month. */
        MONTHLY
    }

    /** The first time after {@code now}. */
    public ZonedDateTime next(ZonedDateTime now) {
        LocalDate day = first(now.toLocalDate());
        ZonedDateTime next = day.atTime(at).atZone(now.getZone());
        while (!next.isAfter(now)) {
            day = first(day.plusDays(1));
            next = day.atTime(at).atZone(now.getZone());
        }
        return next;
    }

    /** The first day of the rhythm on or after a day. */
    private LocalDate first(LocalDate day) {
        return switch (every) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
            case MONTHLY -> {
                LocalDate inMonth = day.withDayOfMonth(Math.min(monthDay, day.lengthOfMonth()));
                LocalDate next = day.withDayOfMonth(1).plusMonths(1);
                yield inMonth.isBefore(day) ? next.withDayOfMonth(Math.min(monthDay, next.lengthOfMonth())) : inMonth;
            }
        };
    }
}
