package org.ashlar.platform.job;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Starts and shows jobs; {@code /api/v1/jobs/{id}}. Thread-safe. */
@ProviderType
public interface Jobs {

    /** Starts a job as the present caller; runs after the present transaction has committed. Returns the run's id. */
    long start(String type, String parametersJson);

    /** State of a run of the caller's company. */
    JobStatus status(long id);

    /**
     * Runs of the caller's company, newest first.
     *
     * @param limit how many at most, from 1 to 500; what lies outside is taken as the nearer end
     */
    List<JobStatus> list(int limit);

    /** Asks a run to stop at its next checkpoint. */
    void cancel(long id);

    /** Resumes a failed or cancelled run at its checkpoint. */
    void resume(long id);
}
