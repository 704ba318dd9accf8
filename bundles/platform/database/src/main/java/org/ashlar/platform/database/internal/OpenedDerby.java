package org.ashlar.platform.database.internal;

import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/**
 * A copied folder, opened beside the suite's own database. Derby keeps old values in the free space of its pages and in its log
 * until they are written over: so before a changed copy is saved, every table is written anew and the log is filled until
 * the pieces that knew the old values are gone.
 */
final class OpenedDerby implements DatabaseCopies.Opened {

    /** Twice the size at which Derby begins a new piece of its log. */
    private static final int FILL_ROWS = 80;
    private static final int FILL_LENGTH = 30_000;

    private final String name;
    private final Connection connection;

    OpenedDerby(Path folder) {
        name = folder.resolve("database").toAbsolutePath().toString();
        try {
            connection = driver().getConnection();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private EmbeddedDataSource driver() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(name);
        return source;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void saveTo(Path folder) {
        try {
            connection.setAutoCommit(true);
            for (String table : tables()) {
                call("call syscs_util.syscs_compress_table('APP', ?, 1)", table);
            }
            fillLog();
            call("call syscs_util.syscs_backup_database(?)", folder.toAbsolutePath().toString());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "APP", "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private void fillLog() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table ashlar_fill (fill varchar(30000))");
            try (PreparedStatement insert = connection.prepareStatement("insert into ashlar_fill values (?)")) {
                String nothing = "0".repeat(FILL_LENGTH);
                for (int i = 0; i < FILL_ROWS; i++) {
                    insert.setString(1, nothing);
                    insert.executeUpdate();
                }
            }
            statement.execute("drop table ashlar_fill");
            // The first checkpoint moves the beginning of what a recovery needs, the second drops the pieces before it.
            statement.execute("call syscs_util.syscs_checkpoint_database()");
            statement.execute("call syscs_util.syscs_checkpoint_database()");
        }
    }

    private void call(String sql, String argument) throws SQLException {
        try (CallableStatement call = connection.prepareCall(sql)) {
            call.setString(1, argument);
            call.execute();
        }
    }

    private static Problem failed(SQLException e) {
        return Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            EmbeddedDataSource ending = driver();
            ending.setShutdownDatabase("shutdown");
            try {
                ending.getConnection().close();
            } catch (SQLException done) {
                // Derby reports a clean shutdown as 08006.
            }
        }
    }
}
