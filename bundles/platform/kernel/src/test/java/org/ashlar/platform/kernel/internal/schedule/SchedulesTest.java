package org.ashlar.platform.kernel.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.platform.kernel.internal.TestDatabase;
import org.ashlar.platform.kernel.internal.schedule.ScheduleStore.Row;
import org.ashlar.platform.schedule.Schedules.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final ScheduleStore store = new ScheduleStore(database.plain);
    private final Instant now = Instant.parse("2026-01-31T10:00:00Z");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneOfManyNodesGetsTheLock() throws InterruptedException {
        store.ensure("t.fold", now);
        store.ensure("t.fold", now.plusSeconds(99));
        Row seen = store.all().get(0);
        assertThat(seen.nextRun()).isEqualTo(now);
        AtomicInteger winners = new AtomicInteger();
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            String node = "node" + i;
            nodes.execute(() -> winners.addAndGet(store.lock(seen, null, node) ? 1 : 0));
        }
        nodes.shutdown();
        assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(winners).hasValue(1);
    }

    @Test
    void aFinishedRunIsRecordedAndCannotBeStartedFromAnOldRow() {
        store.ensure("t.fold", now);
        Row seen = store.all().get(0);
        assertThat(store.lock(seen, null, "a")).isTrue();
        store.finished(new Run("t.fold", "a", now, now.plusSeconds(2), "FAILED", "x".repeat(5000)), 1,
                now.plus(1, ChronoUnit.HOURS), true);
        assertThat(store.lock(seen, null, "b")).as("it is not due any more").isFalse();
        List<Run> runs = store.runs("t.fold", 10);
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).problem()).hasSize(2000);
        assertThat(store.all().get(0).lockedBy()).isNull();
    }

    @Test
    void aDeadNodesLockPassesToExactlyOneOther() {
        store.ensure("t.fold", now);
        assertThat(store.lock(store.all().get(0), null, "dead")).isTrue();
        Row seen = store.all().get(0);
        assertThat(store.lock(seen, "dead", "b")).isTrue();
        assertThat(store.lock(seen, "dead", "c")).isFalse();
    }
}
