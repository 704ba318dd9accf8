package org.ashlar.platform.database.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.postgresql.ds.PGSimpleDataSource;

/** A dump restored into a database that goes when it is closed; a dump of it holds rows only, so no trace of old ones. */
final class OpenedPostgres implements DatabaseCopies.Opened {

    private final PostgresCopies copies;
    private final DatabaseCopies.Scratch scratch;
    private final Connection connection;

    OpenedPostgres(DatabaseSettings settings, DatabaseCopies.Scratch scratch, Path folder) {
        this.scratch = scratch;
        this.copies = new PostgresCopies(new DatabaseSettings(scratch.url(), settings.user(), settings.password(), 1, 1,
                settings.transactionTimeoutSeconds()));
        try {
            copies.restoreFrom(folder);
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(scratch.url());
            source.setUser(settings.user());
            source.setPassword(settings.password());
            connection = source.getConnection();
        } catch (SQLException e) {
            scratch.close();
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", String.valueOf(e.getMessage()));
        } catch (Problem e) {
            scratch.close();
            throw e;
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void saveTo(Path folder) {
        copies.copyTo(folder);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", String.valueOf(e.getMessage()));
        } finally {
            scratch.close();
        }
    }
}
