package org.ashlar.platform.collaboration.internal.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A user's times in his own zone. Quiet hours may run over midnight; equal ends mean none. A time that the clock change
 * skips is taken as the next one that exists (java.time).
 *
 * @param zone time zone
 * @param quietFrom begin of quiet hours or {@code null}
 * @param quietTo end of quiet hours or {@code null}
 * @param digestAt when the daily digest is due
 */
public record Timetable(ZoneId zone, LocalTime quietFrom, LocalTime quietTo, LocalTime digestAt) {

    /** When a notice of now is due. */
    public Instant due(DeliveryMode mode, boolean urgent, Instant now) {
        if (urgent || mode == DeliveryMode.OFF) {
            return now;
        }
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime due = switch (mode) {
            case HOURLY -> local.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case DAILY -> next(local, digestAt);
            default -> local;
        };
        return (quiet(due.toLocalTime()) ? next(due, quietTo) : due).toInstant();
    }

    private static ZonedDateTime next(ZonedDateTime from, LocalTime time) {
        ZonedDateTime today = from.with(time);
        return today.isAfter(from) ? today : from.plusDays(1).with(time);
    }

    /** Whether the time of day is inside the quiet hours. */
    public boolean quiet(LocalTime time) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
            return false;
        }
        boolean afterBegin = !time.isBefore(quietFrom);
        boolean beforeEnd = time.isBefore(quietTo);
        return quietFrom.isBefore(quietTo) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
    }
}
