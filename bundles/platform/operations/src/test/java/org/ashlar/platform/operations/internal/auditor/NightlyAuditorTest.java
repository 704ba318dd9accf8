package org.ashlar.platform.operations.internal.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NightlyAuditorTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static boolean due(String now, String latest) {
        return NightlyAuditor.due(Instant.parse(now), latest == null ? null : Instant.parse(latest), SHANGHAI, 1);
    }

    @Test
    void runsOnceANightInTheCompanysZone() {
        assertThat(due("2026-11-21T17:10:00Z", "2026-11-20T17:05:00Z")).isTrue();
        assertThat(due("2026-11-21T18:10:00Z", "2026-11-21T17:10:00Z")).isFalse();
        assertThat(due("2026-11-21T16:50:00Z", "2026-11-20T17:05:00Z")).as("before the hour").isFalse();
    }

    @Test
    void catchesUpAfterANightThatTheMachineWasOff() {
        assertThat(due("2026-11-22T01:00:00Z", "2026-11-20T17:05:00Z")).isTrue();
    }

    @Test
    void aNewInstallationWaitsForItsFirstNight() {
        assertThat(due("2026-11-22T06:00:00Z", null)).isFalse();
        assertThat(due("2026-11-22T17:30:00Z", null)).isTrue();
    }

    @Test
    void aRunOfAClockThatWasAheadDoesNotCount() {
        assertThat(due("2026-11-22T17:30:00Z", "2030-01-05T07:30:00Z")).isTrue();
        assertThat(due("2026-11-22T06:00:00Z", "2030-01-05T07:30:00Z")).isFalse();
    }

    @Test
    void theNightWithTheHourThatComesTwiceIsAuditedOnce() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Instant first = Instant.parse("2027-11-07T05:10:00Z");
        assertThat(NightlyAuditor.due(first, Instant.parse("2027-11-06T05:10:00Z"), newYork, 1)).isTrue();
        assertThat(NightlyAuditor.due(Instant.parse("2027-11-07T06:10:00Z"), first, newYork, 1)).isFalse();
    }
}
