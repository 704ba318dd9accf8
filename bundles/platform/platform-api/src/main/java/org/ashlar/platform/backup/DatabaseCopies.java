package org.ashlar.platform.backup;

import java.nio.file.Path;
import java.sql.Connection;
import org.osgi.annotation.versioning.ProviderType;

/** Copies the database while people work. Thread-safe. */
@ProviderType
public interface DatabaseCopies {

    /** Name of the folder below the data folder whose copy takes the database's place at the next start. */
    String RESTORE_FOLDER = "restore";

    /** File in {@link #RESTORE_FOLDER} that says that the copy there is complete. */
    String RESTORE_READY = "ready";

    /** Folder in {@link #RESTORE_FOLDER} with jars, named as their bundles, that go back to what they were together with the data. */
    String RESTORE_PROGRAMS = "programs";

    /** {@code derby} or {@code postgresql}: a copy can only come back into the same kind. */
    String kind();

    /**
     * Writes a consistent copy into an empty folder.
     *
     * @throws org.ashlar.platform.problem.Problem UNAVAILABLE {@code platform.backup.tool} if a tool is missing,
     *         {@code platform.backup.failed} with the reason
     */
    void copyTo(Path folder);

    /**
     * An empty database of the same kind for a rehearsal.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code platform.rehearsal.database} if this one may create none
     */
    Scratch scratch();

    /**
     * Opens a copy to be changed before it goes elsewhere.
     *
     * @param folder folder that {@link #copyTo} wrote
     */
    Opened open(Path folder);

    /** An opened copy. */
    interface Opened extends AutoCloseable {

        /** A connection to it, without transactions of the suite. */
        Connection connection();

        /** Writes the changed copy into an empty folder, as {@link #copyTo} does, without a trace of what was changed. */
        void saveTo(Path folder);

        @Override
        void close();
    }

    /** A database that is gone once closed. */
    interface Scratch extends AutoCloseable {

        /** Its JDBC address, {@code null} if it lies in the data folder of whoever uses it. */
        String url();

        @Override
        void close();
    }
}
