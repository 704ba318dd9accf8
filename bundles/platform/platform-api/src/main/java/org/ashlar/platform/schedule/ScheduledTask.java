package org.ashlar.platform.schedule;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work by the clock, registered as a service. Run by one node at a time (lock in the database), as the system user;
 * every run is recorded with its outcome. Thread-safe.
 */
@ConsumerType
public interface ScheduledTask {

    /** Stable id, for example {@code finance.foldBalances}. */
    String id();

    /** Time between the ends of two runs. */
    Duration every();

    /** One run; an exception marks it as failed, with its message. */
    void run();
}
