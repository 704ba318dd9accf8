package org.ashlar.platform.insight.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.ashlar.platform.insight.internal.domain.Rhythm.Every;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    @Test
    void daysWeeksAndMonths() {
        ZonedDateTime friday = ZonedDateTime.parse("2026-01-30T07:00:00+08:00[Asia/Shanghai]");
        assertThat(new Rhythm(Every.DAILY, SEVEN, 1, 1).next(friday)).isEqualTo("2026-01-31T07:00:00+08:00[Asia/Shanghai]");
        assertThat(new Rhythm(Every.DAILY, SEVEN, 1, 1).next(friday.minusSeconds(1))).isEqualTo(friday);
        assertThat(new Rhythm(Every.WEEKLY, SEVEN, 5, 1).next(friday)).isEqualTo("2026-02-06T07:00:00+08:00[Asia/Shanghai]");
        assertThat(new Rhythm(Every.MONTHLY, SEVEN, 1, 31).next(friday)).isEqualTo("2026-01-31T07:00:00+08:00[Asia/Shanghai]");
        assertThat(new Rhythm(Every.MONTHLY, SEVEN, 1, 31).next(friday.plusDays(1))).isEqualTo("2026-02-28T07:00:00+08:00[Asia/Shanghai]");
    }

    @Test
    void aTimeThatTheClockLeavesOutComesAtTheNextOneAndATwofoldOneOnce() {
        Rhythm night = new Rhythm(Every.DAILY, LocalTime.of(2, 30), 1, 1);
        ZonedDateTime spring = ZonedDateTime.parse("2026-03-28T12:00:00+01:00[Europe/Berlin]");
        assertThat(night.next(spring)).isEqualTo("2026-03-29T03:30:00+02:00[Europe/Berlin]");
        ZonedDateTime autumn = night.next(ZonedDateTime.parse("2026-10-24T12:00:00+02:00[Europe/Berlin]"));
        assertThat(autumn).isEqualTo("2026-10-25T02:30:00+02:00[Europe/Berlin]");
        assertThat(night.next(autumn).toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 26));
    }

    @Property
    void theNextTimeIsLaterAndNotTooFar(@ForAll Every every, @ForAll @IntRange(min = 1, max = 7) int weekday,
            @ForAll @IntRange(min = 1, max = 31) int monthDay, @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        ZonedDateTime now = java.time.Instant.ofEpochSecond(second).atZone(java.time.ZoneId.of("America/New_York"));
        ZonedDateTime next = new Rhythm(every, SEVEN, weekday, monthDay).next(now);
        assertThat(next).isAfter(now).isBefore(now.plusDays(every == Every.DAILY ? 2 : every == Every.WEEKLY ? 8 : 32));
    }

    @Test
    void placeholdersMoveWithTheDay() {
        LocalDate day = LocalDate.of(2026, 3, 31);
        assertThat(Placeholders.fill("from={lastMonth.from}&to={lastMonth.to}", day, 7)).isEqualTo("from=2026-02-01&to=2026-02-28");
        assertThat(Placeholders.fill("a=={user};b=lt={today};c=={nix.from}", day, 7)).isEqualTo("a==7;b=lt=2026-03-31;c=={nix.from}");
        assertThat(Placeholders.parameters("from=1&to=2")).contains(Map.of("from", "1", "to", "2"));
        assertThat(Placeholders.parameters("nonsense")).isEmpty();
        assertThat(Placeholders.parameters(null)).contains(Map.of());
    }
}
