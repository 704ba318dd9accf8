package org.ashlar.platform.kernel.internal.event;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ashlar.platform.schedule.ScheduledTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Delivers what a crash or a full queue left in the outbox, and deletes what was delivered a week ago. */
@Component
public final class OutboxRecovery implements ScheduledTask {

    private static final Duration OVERDUE = Duration.ofSeconds(20);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int BATCH = 500;

    private final OutboxDispatcher dispatcher;
    private final Clock clock;

    @Activate
    public OutboxRecovery(@Reference OutboxDispatcher dispatcher, @Reference Clock clock) {
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.outbox";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        OutboxStore store = dispatcher.store();
        while (dispatcher.isIdle() && dispatcher.canDeliver()) {
            List<OutboxRow> rows = store.undelivered(clock.instant().minus(OVERDUE), BATCH);
            dispatcher.deliver(rows);
            if (rows.size() < BATCH) {
                break;
            }
        }
        store.purge(clock.instant().minus(KEPT));
    }
}
