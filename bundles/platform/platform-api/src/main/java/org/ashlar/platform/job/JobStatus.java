package org.ashlar.platform.job;

import java.time.Instant;

/**
 * Where a run stands.
 *
 * @param id run id
 * @param type job type
 * @param state {@code QUEUED}, {@code RUNNING}, {@code DONE}, {@code FAILED} or {@code CANCELLED}
 * @param done units done
 * @param total units in all, 0 if unknown
 * @param result JSON result, {@code null} until done
 * @param problem why it failed, {@code null} otherwise
 * @param startedAt when it was asked for
 * @param endedAt when it ended, {@code null} while it runs
 */
public record JobStatus(long id, String type, String state, long done, long total, String result, String problem,
        Instant startedAt, Instant endedAt) {
}
