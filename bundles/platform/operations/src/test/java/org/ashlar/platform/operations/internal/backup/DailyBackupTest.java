package org.ashlar.platform.operations.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ashlar.platform.backup.Backups.Backup;
import org.junit.jupiter.api.Test;

class DailyBackupTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATEST = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void isMadeWhenTheYoungestIsTooOld() {
        assertThat(due()).isTrue();
        assertThat(due("2026-11-22T03:00:00Z", "2026-11-20T03:00:00Z")).isFalse();
        assertThat(due("2026-11-20T03:00:00Z")).isTrue();
    }

    @Test
    void oneOfAClockThatWasAheadDoesNotCount() {
        assertThat(due("2030-01-05T03:00:00Z", "2026-11-20T03:00:00Z")).isTrue();
        assertThat(due("2030-01-05T03:00:00Z", "2026-11-22T03:00:00Z")).isFalse();
    }

    private static boolean due(String... made) {
        List<Backup> newestFirst = Stream.of(made).map(at -> new Backup("b", 1, Instant.parse(at), false, false, null)).toList();
        return DailyBackup.due(newestFirst, NOW, LATEST);
    }
}
