package org.ashlar.platform.collaboration.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.ashlar.platform.text.ContentLines;

/**
 * An iCalendar feed (RFC 5545) of things to do: each an all-day event on the day it is due, which every calendar shows, or a task.
 * Not thread-safe.
 */
public final class TaskCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final boolean tasks;
    private final Instant now;
    private final ContentLines out = new ContentLines();

    /**
     * A feed.
     *
     * @param name its name in the calendar
     * @param tasks whether to write VTODO, else VEVENT
     * @param now the present time
     */
    public TaskCalendar(String name, boolean tasks, Instant now) {
        this.tasks = tasks;
        this.now = now;
        out.add("BEGIN", "VCALENDAR");
        out.add("VERSION", "2.0");
        out.add("PRODID", "-//Ashlar//Tasks//EN");
        out.add("CALSCALE", "GREGORIAN");
        out.add("METHOD", "PUBLISH");
        out.add("X-WR-CALNAME", ContentLines.text(name));
    }

    /**
     * Adds one.
     *
     * @param uid identity that stays the same as long as it exists
     * @param description more words, {@code null} if there are none
     */
    public void add(String uid, String summary, String description, LocalDate due) {
        out.add("BEGIN", tasks ? "VTODO" : "VEVENT");
        out.add("UID", uid);
        out.add("DTSTAMP", STAMP.format(now));
        if (tasks) {
            out.add("DUE;VALUE=DATE", DAY.format(due));
            out.add("STATUS", "NEEDS-ACTION");
        } else {
            out.add("DTSTART;VALUE=DATE", DAY.format(due));
            out.add("DTEND;VALUE=DATE", DAY.format(due.plusDays(1)));
            out.add("TRANSP", "TRANSPARENT");
        }
        out.add("SUMMARY", ContentLines.text(summary));
        if (description != null && !description.isBlank()) {
            out.add("DESCRIPTION", ContentLines.text(description));
        }
        out.add("END", tasks ? "VTODO" : "VEVENT");
    }

    /** The whole feed. */
    public String text() {
        return out + "END:VCALENDAR\r\n";
    }
}
