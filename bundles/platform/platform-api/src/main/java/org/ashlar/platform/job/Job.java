package org.ashlar.platform.job;

/**
 * One piece of long-running work. The platform stores its parameters and progress, so it survives a restart.
 * Thread-safe: one instance serves many runs.
 */
@org.osgi.annotation.versioning.ConsumerType
public interface Job {

    /** Stable type, for example {@code transfer.import}. */
    String type();

    /** Does the work as the caller who asked for it; continues from {@link JobRun#checkpoint()} after a restart. */
    void run(JobRun run);
}
