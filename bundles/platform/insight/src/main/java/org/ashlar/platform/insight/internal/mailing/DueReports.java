package org.ashlar.platform.insight.internal.mailing;

import java.time.Clock;
import java.time.Duration;
import org.ashlar.platform.schedule.ScheduledTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Twice a minute, on one node: scheduled reports whose time has come. What fell into a standstill is sent once. Thread-safe. */
@Component
public final class DueReports implements ScheduledTask {

    private final Mailings mailings;
    private final Dispatch dispatch;
    private final Clock clock;

    /** By injection. */
    @Activate
    public DueReports(@Reference Mailings mailings, @Reference Dispatch dispatch, @Reference Clock clock) {
        this.mailings = mailings;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.scheduledReports";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        RuntimeException first = null;
        for (Mailing mailing : mailings.due(clock.instant())) {
            try {
                dispatch.due(mailing);
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
