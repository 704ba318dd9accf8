package org.ashlar.platform.operations.internal.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ashlar.platform.checkup.Severity;
import org.junit.jupiter.api.Test;

class BackupCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void aBackupMayBeTwoDaysOld() {
        assertThat(BackupCheck.backup(List.of(NOW.minus(Duration.ofDays(2))), NOW)).isEmpty();
        assertThat(BackupCheck.backup(List.of(NOW.minus(Duration.ofHours(73))), NOW)).singleElement()
                .satisfies(f -> assertThat(f.args()).containsExactly(3L));
        assertThat(BackupCheck.backup(List.of(), NOW)).singleElement()
                .satisfies(f -> assertThat(f.key()).isEqualTo("checkup.backup.none"));
    }

    @Test
    void aDiskIsWatchedFromTenPercentOn() {
        assertThat(BackupCheck.space(10, 100)).isEmpty();
        assertThat(BackupCheck.space(9, 100)).singleElement().satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARN));
        assertThat(BackupCheck.space(2, 100)).singleElement().satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.BAD));
        assertThat(BackupCheck.space(0, 0)).isEmpty();
    }
}
