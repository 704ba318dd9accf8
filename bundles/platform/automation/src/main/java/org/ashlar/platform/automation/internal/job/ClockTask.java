package org.ashlar.platform.automation.internal.job;

import java.time.Duration;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.automation.internal.service.Clockwork;
import org.ashlar.platform.automation.internal.service.LeftBehind;
import org.ashlar.platform.automation.internal.service.RuleIndex;
import org.ashlar.platform.schedule.ScheduledTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every half minute, on one node: rules by schedule, and effects that a crash or a failure left undone. */
@Component
public final class ClockTask implements ScheduledTask {

    private final RuleIndex index;
    private final Clockwork clockwork;
    private final LeftBehind left;

    /** By injection. */
    @Activate
    public ClockTask(@Reference RuleIndex index, @Reference Clockwork clockwork, @Reference LeftBehind left) {
        this.index = index;
        this.clockwork = clockwork;
        this.left = left;
    }

    @Override
    public String id() {
        return "platform.automation";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        left.bringAbout();
        RuntimeException first = null;
        for (Rule rule : index.scheduled()) {
            try {
                clockwork.strike(rule);
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            }
        }
        left.prune();
        if (first != null) {
            throw first;
        }
    }
}
