package org.ashlar.platform.job;

import org.osgi.annotation.versioning.ProviderType;

/** One run of a {@link Job}, for use by the job. */
@ProviderType
public interface JobRun {

    /** Run id. */
    long id();

    /** Parameters as JSON, as given at the start. */
    String parameters();

    /** Last checkpoint as JSON, {@code null} on a first run. */
    String checkpoint();

    /** Stores progress and checkpoint; inside a running transaction with it, so that both commit together. */
    void checkpoint(long done, long total, String checkpoint);

    /** Stores the result as JSON. */
    void result(String json);

    /** Throws {@link java.util.concurrent.CancellationException} once the user cancelled or the suite is stopping. */
    void checkCancelled();
}
