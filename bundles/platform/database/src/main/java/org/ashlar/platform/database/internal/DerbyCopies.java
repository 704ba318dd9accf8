package org.ashlar.platform.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** Online backup of Derby: SYSCS_BACKUP_DATABASE, which lets writers go on (Derby Server and Administration Guide). */
final class DerbyCopies implements DatabaseCopies {

    private final DataSource plain;

    DerbyCopies(DataSource plain) {
        this.plain = plain;
    }

    @Override
    public String kind() {
        return DatabaseSettings.DERBY;
    }

    @Override
    public void copyTo(Path folder) {
        try (Connection connection = plain.getConnection();
                CallableStatement backup = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
            backup.setString(1, folder.toAbsolutePath().toString());
            backup.execute();
        } catch (SQLException e) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Opened open(Path folder) {
        return new OpenedDerby(folder);
    }

    @Override
    public Scratch scratch() {
        return new Scratch() {
            @Override
            public String url() {
                return null;
            }

            @Override
            public void close() {
                // It goes with its folder.
            }
        };
    }

    /**
     * Puts a copy in the place of the database, before anything opens it; the old one is kept beside it. A start that was killed
     * in here is gone on with by the next, wherever it stood.
     */
    static void restore(Path data) {
        Path copy = data.resolve(RESTORE_FOLDER).resolve("database");
        Path database = data.resolve("database");
        Path before = data.resolve("database.before-restore");
        if (!Files.exists(copy)) {
            return;
        }
        try {
            if (Files.exists(database)) {
                delete(before);
                Files.move(database, before);
            }
            Files.move(copy, database);
        } catch (IOException e) {
            throw new UncheckedIOException("The copy could not take the place of the database", e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
