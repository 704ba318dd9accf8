package org.ashlar.platform.collaboration.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TaskCalendarTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:11:12Z");

    @Test
    void aTaskIsAnAllDayEvent() {
        TaskCalendar calendar = new TaskCalendar("My tasks", false, NOW);
        calendar.add("activity-7@ashlar", "Call; ask, \\ wait", "one\r\ntwo", LocalDate.of(2026, 12, 31));
        assertThat(calendar.text()).isEqualTo(String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ashlar//Tasks//EN",
                "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:My tasks", "BEGIN:VEVENT", "UID:activity-7@ashlar",
                "DTSTAMP:20260504T101112Z", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "TRANSP:TRANSPARENT",
                "SUMMARY:Call\\; ask\\, \\\\ wait", "DESCRIPTION:one\\ntwo", "END:VEVENT", "END:VCALENDAR", ""));
    }

    @Test
    void orATask() {
        TaskCalendar calendar = new TaskCalendar("My tasks", true, NOW);
        calendar.add("activity-7@ashlar", "Call", null, LocalDate.of(2026, 12, 31));
        assertThat(calendar.text()).contains("BEGIN:VTODO\r\n", "DUE;VALUE=DATE:20261231\r\n", "END:VTODO\r\n").doesNotContain("DESCRIPTION");
    }

    @Test
    void anotherReaderFindsNothingWrong() {
        for (boolean tasks : new boolean[]{true, false}) {
            TaskCalendar calendar = new TaskCalendar("我的任务", tasks, NOW);
            String summary = "复核; 合同, \\ 😀\n".repeat(20);
            calendar.add("activity-7@ashlar", summary, "two\nlines", LocalDate.of(2026, 12, 31));
            ICalendar read = Biweekly.parse(calendar.text()).first();
            assertThat(read.validate(ICalVersion.V2_0).isEmpty()).isTrue();
            assertThat(tasks ? read.getTodos().get(0).getSummary().getValue() : read.getEvents().get(0).getSummary().getValue())
                    .isEqualTo(summary);
        }
    }

    @Test
    void nobodyWritesLinesOfHisOwn() {
        TaskCalendar calendar = new TaskCalendar("x", false, NOW);
        calendar.add("activity-7@ashlar", "a\rBEGIN:VALARM\nb", null, LocalDate.of(2026, 12, 31));
        assertThat(calendar.text()).doesNotContain("\nBEGIN:VALARM").doesNotContain("\rBEGIN:VALARM");
    }
}
