package org.ashlar.platform.collaboration.internal.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An iCalendar feed (RFC 5545) of things to do: each an all-day event on the day it is due, which every calendar shows, or a task.
 * Lines end with CRLF and are folded at 75 octets. Not thread-safe.
 */
public final class TaskCalendar {

    private static final int OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final boolean tasks;
    private final Instant now;
    private final StringBuilder out = new StringBuilder();

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
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Ashlar//Tasks//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
    }

    /**
     * Adds one.
     *
     * @param uid identity that stays the same as long as it exists
     * @param description more words, {@code null} if there are none
     */
    public void add(String uid, String summary, String description, LocalDate due) {
        line(tasks ? "BEGIN:VTODO" : "BEGIN:VEVENT");
        line("UID:" + uid);
        line("DTSTAMP:" + STAMP.format(now));
        if (tasks) {
            line("DUE;VALUE=DATE:" + DAY.format(due));
            line("STATUS:NEEDS-ACTION");
        } else {
            line("DTSTART;VALUE=DATE:" + DAY.format(due));
            line("DTEND;VALUE=DATE:" + DAY.format(due.plusDays(1)));
            line("TRANSP:TRANSPARENT");
        }
        line("SUMMARY:" + escaped(summary));
        if (description != null && !description.isBlank()) {
            line("DESCRIPTION:" + escaped(description));
        }
        line(tasks ? "END:VTODO" : "END:VEVENT");
    }

    /** The whole feed. */
    public String text() {
        return out + "END:VCALENDAR\r\n";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\r", "\n")
                .replace("\n", "\\n").replaceAll("[\\p{Cntrl}]", " ");
    }

    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String character = Character.toString(line.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
        }
        out.append("\r\n");
    }
}
