package org.ashlar.platform.collaboration.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Timetable NIGHT = new Timetable(SHANGHAI, LocalTime.of(22, 0), LocalTime.of(7, 0), LocalTime.of(8, 30));

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @Test
    void byDayAtOnceAndAtNightInTheMorning() {
        assertThat(NIGHT.due(DeliveryMode.NOW, false, at("2026-11-22T12:10:00"))).isEqualTo(at("2026-11-22T12:10:00"));
        assertThat(NIGHT.due(DeliveryMode.NOW, false, at("2026-11-22T23:00:00"))).isEqualTo(at("2026-11-23T07:00:00"));
        assertThat(NIGHT.due(DeliveryMode.NOW, false, at("2026-11-23T03:00:00"))).isEqualTo(at("2026-11-23T07:00:00"));
        assertThat(NIGHT.due(DeliveryMode.NOW, true, at("2026-11-23T03:00:00"))).isEqualTo(at("2026-11-23T03:00:00"));
    }

    @Test
    void digestsComeAtTheirHours() {
        assertThat(NIGHT.due(DeliveryMode.HOURLY, false, at("2026-11-22T12:10:00"))).isEqualTo(at("2026-11-22T13:00:00"));
        assertThat(NIGHT.due(DeliveryMode.HOURLY, false, at("2026-11-22T21:10:00"))).isEqualTo(at("2026-11-23T07:00:00"));
        assertThat(NIGHT.due(DeliveryMode.DAILY, false, at("2026-11-22T08:00:00"))).isEqualTo(at("2026-11-22T08:30:00"));
        assertThat(NIGHT.due(DeliveryMode.DAILY, false, at("2026-11-22T08:30:00"))).isEqualTo(at("2026-11-23T08:30:00"));
    }

    @Property
    void nothingIsDueInThePastOrInQuietHours(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(max = 23) int from, @ForAll @IntRange(max = 23) int to, @ForAll DeliveryMode mode) {
        Timetable table = new Timetable(ZoneId.of("Europe/Berlin"), LocalTime.of(from, 0), LocalTime.of(to, 0), LocalTime.NOON);
        Instant now = Instant.ofEpochSecond(second);
        Instant due = table.due(mode, false, now);
        assertThat(due).isAfterOrEqualTo(now).isBefore(now.plusSeconds(2 * 86_400 + 7_200));
        if (mode != DeliveryMode.OFF && due.isAfter(now)) {
            LocalTime local = due.atZone(table.zone()).toLocalTime();
            // A clock change may move the end of the quiet hours by an hour.
            assertThat(!table.quiet(local) || !table.quiet(local.plusHours(1)) || !table.quiet(local.minusHours(1))).isTrue();
        }
    }
}
