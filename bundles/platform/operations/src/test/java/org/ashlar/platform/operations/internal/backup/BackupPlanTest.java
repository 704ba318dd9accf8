package org.ashlar.platform.operations.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ashlar.platform.backup.Backups.Backup;
import org.ashlar.platform.backup.Backups.Restored;
import org.ashlar.platform.backup.Rehearsals.Difference;
import org.ashlar.platform.backup.Rehearsals.Figure;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class BackupPlanTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static BackupPlan plan(int hour, int every) {
        return new BackupPlan(hour, every, 14, BackupPlan.Verify.WEEKLY);
    }

    @Test
    void theLatestMomentIsOfTheCompanysDay() {
        assertThat(plan(2, 24).latest(NOON, SHANGHAI)).isEqualTo("2026-11-21T18:00:00Z");
        assertThat(plan(13, 24).latest(NOON, SHANGHAI)).isEqualTo("2026-11-21T05:00:00Z");
        assertThat(plan(14, 6).latest(NOON, SHANGHAI)).isEqualTo("2026-11-22T00:00:00Z");
        assertThat(plan(0, 1).latest(NOON, SHANGHAI)).isEqualTo(NOON);
    }

    @Property
    void itIsNeverLongerAgoThanThePlanSays(@ForAll @IntRange(min = 0, max = 23) int hour, @ForAll @IntRange(min = 0, max = 100_000) int minutes) {
        Instant now = NOON.plusSeconds(60L * minutes);
        for (int every : new int[] {1, 2, 3, 4, 6, 8, 12, 24}) {
            Instant latest = plan(hour, every).latest(now, SHANGHAI);
            assertThat(latest).isBetween(now.minusSeconds(3_600L * every), now);
        }
    }

    @Test
    void aPlanThatCannotBeKeptToIsRefusedAtEachField() {
        assertThatThrownBy(() -> new BackupPlan(24, 5, 366, null).checked()).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.errors()).extracting("field").containsExactly("hour", "everyHours", "keep", "verify"));
        assertThat(plan(23, 12).checked().hour()).isEqualTo(23);
    }

    @Test
    void oneAWeekIsRestoredOnTrial() {
        Restored recent = new Restored(NOON.minusSeconds(86_400), 8, 5, List.of(), List.of(), null);
        List<Backup> kept = List.of(new Backup("a", 1, NOON, false, false, recent));
        assertThat(DailyBackup.tried(BackupPlan.Verify.WEEKLY, kept, NOON)).isFalse();
        assertThat(DailyBackup.tried(BackupPlan.Verify.WEEKLY, kept, NOON.plusSeconds(7 * 86_400))).isTrue();
        assertThat(DailyBackup.tried(BackupPlan.Verify.WEEKLY, List.of(), NOON)).isTrue();
        assertThat(DailyBackup.tried(BackupPlan.Verify.EACH, kept, NOON)).isTrue();
        assertThat(DailyBackup.tried(BackupPlan.Verify.NEVER, List.of(), NOON)).isFalse();
        assertThat(recent.verified()).isTrue();
    }

    @Test
    void aFigureThatMovedMustLieBetweenItsReadings() {
        List<Manifest.Recorded> recorded = RecordedFigures.of(
                List.of(new Figure("A", "still", "5"), new Figure("A", "moved", "10"), new Figure("A", "gone", "1")),
                List.of(new Figure("A", "still", "5"), new Figure("A", "moved", "20"), new Figure("A", "new", "2")));
        assertThat(RecordedFigures.differences(recorded, List.of(new Figure("A", "still", "5"), new Figure("A", "moved", "15.5")), n -> true))
                .isEmpty();
        assertThat(RecordedFigures.differences(recorded, List.of(new Figure("A", "still", "6"), new Figure("A", "moved", "21"),
                new Figure("A", "still more", "1"), new Figure("A", "strange", "1")), n -> true)).as("a kind that was not known then says nothing")
                .extracting(Difference::name).containsExactlyInAnyOrder("still", "moved", "still more");
        assertThat(RecordedFigures.differences(List.of(), List.of(new Figure("A", "any", "1")), n -> true)).isEmpty();
    }
}
