package org.ashlar.platform.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.function.Function;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the embedded database at the first start. A Derby killed while it makes the files of a database leaves a folder that it
 * cannot open any more; so they are made in {@code <folder>.new}, closed, and take the name of the database in one step. What
 * a start that was killed left under the other name was never used and goes; the folder of the database itself is never
 * deleted. Thread-safe.
 */
final class NewDerby {

    private static final Logger LOG = LoggerFactory.getLogger(NewDerby.class);

    private final Path folder;
    private final Path draft;
    private final Function<String, EmbeddedDataSource> drivers;
    private boolean there;

    /**
     * For one database.
     *
     * @param folder of the database
     * @param drivers driver for a database of a name, neither creating nor stopping it
     */
    NewDerby(Path folder, Function<String, EmbeddedDataSource> drivers) {
        this.folder = folder;
        this.draft = folder.resolveSibling(folder.getFileName() + ".new");
        this.drivers = drivers;
    }

    /** Makes the database if there is none; after a failure, such as a full disk, the next call tries again. */
    synchronized void ensure() throws SQLException {
        if (there) {
            return;
        }
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                make();
            } else {
                DerbyCopies.delete(draft);
            }
        } catch (IOException e) {
            throw new SQLException("The database could not be made: " + e, "08004", e);
        }
        there = true;
    }

    private void make() throws IOException, SQLException {
        long begun = System.nanoTime();
        DerbyCopies.delete(draft);
        // Under a parent that is no folder, Derby would make a database called "null" where the process runs.
        Files.createDirectories(draft.toAbsolutePath().getParent());
        EmbeddedDataSource creating = drivers.apply(draft.toString());
        creating.setCreateDatabase("create");
        try {
            creating.getConnection().close();
        } finally {
            shutdown(drivers.apply(draft.toString()));
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        LOG.info("A new database was made in {} ms", (System.nanoTime() - begun) / 1_000_000);
    }

    /** Stops a database, so that its files are complete and nobody has them open. */
    static void shutdown(EmbeddedDataSource database) {
        database.setShutdownDatabase("shutdown");
        try {
            database.getConnection().close();
        } catch (SQLException done) {
            // Derby reports a clean shutdown as 08006.
        }
    }
}
