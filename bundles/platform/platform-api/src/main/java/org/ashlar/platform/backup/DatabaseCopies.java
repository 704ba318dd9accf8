package org.ashlar.platform.backup;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Copies the database while people work. Thread-safe. */
@ProviderType
public interface DatabaseCopies {

    /** Name of the folder below the data folder whose copy takes the database's place at the next start. */
    String RESTORE_FOLDER = "restore";

    /** File in {@link #RESTORE_FOLDER} that says that the copy there is complete. */
    String RESTORE_READY = "ready";

    /** {@code derby} or {@code postgresql}: a copy can only come back into the same kind. */
    String kind();

    /**
     * Writes a consistent copy into an empty folder.
     *
     * @throws org.ashlar.platform.problem.Problem UNAVAILABLE {@code platform.backup.tool} if a tool is missing,
     *         {@code platform.backup.failed} with the reason
     */
    void copyTo(Path folder);
}
