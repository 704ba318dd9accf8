package org.ashlar.platform.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Shows the scheduled tasks of the installation and starts one ahead of time. Thread-safe. */
@ProviderType
public interface Schedules {

    /** All tasks that were ever seen, by id; also those whose module is away ({@code every} is then {@code null}). */
    List<Status> list();

    /** The latest runs of a task, newest first, at most {@code limit}. */
    List<Run> runs(String taskId, int limit);

    /**
     * Lets the task run as soon as a thread is free; needs {@code platform.schedule.run}.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND {@code platform.schedule.unknown}
     */
    void runNow(String taskId);

    /**
     * Where a task stands.
     *
     * @param id task id
     * @param every time between the ends of two runs, {@code null} while its module is away
     * @param nextRun when it is due
     * @param runningOn node that is running it now, {@code null} if none
     * @param lastStart start of the last run, {@code null} if none
     * @param lastEnd end of the last run, {@code null} if none
     * @param outcome {@code OK}, {@code FAILED} or {@code null}
     * @param problem message of the last failure, {@code null} if the last run was well
     */
    record Status(String id, Duration every, Instant nextRun, String runningOn, Instant lastStart, Instant lastEnd,
            String outcome, String problem) {
    }

    /**
     * One finished run.
     *
     * @param taskId task id
     * @param node node that ran it
     * @param start start
     * @param end end
     * @param outcome {@code OK} or {@code FAILED}
     * @param problem message of the failure or {@code null}
     */
    record Run(String taskId, String node, Instant start, Instant end, String outcome, String problem) {
    }
}
