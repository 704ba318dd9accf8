package org.ashlar.platform.kernel.internal.job;

import java.time.Instant;
import org.ashlar.platform.job.JobStatus;

/** One row of {@code platform_job}. */
record JobRow(long id, long companyId, long userId, String type, String state, String caller, String parameters,
        String checkpoint, String result, String problem, long done, long total, String node, Instant askedAt,
        Instant endedAt) {

    static final String QUEUED = "QUEUED";
    static final String RUNNING = "RUNNING";
    static final String DONE = "DONE";
    static final String FAILED = "FAILED";
    static final String CANCELLED = "CANCELLED";

    JobStatus status() {
        return new JobStatus(id, type, state, done, total, result, problem, askedAt, endedAt);
    }
}
