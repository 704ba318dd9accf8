package org.ashlar.platform.database.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.ashlar.platform.node.Signals;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** LISTEN and NOTIFY on a channel of the schema. Listens on a connection outside of the pools, sends on one of a pool. Thread-safe. */
final class PostgresSignals implements Signals {

    private final DataSource driver;
    private final DataSource pool;
    private volatile String channel;

    PostgresSignals(DataSource driver, DataSource pool) {
        this.driver = driver;
        this.pool = pool;
    }

    @Override
    public void send(List<String> texts) {
        for (String text : texts) {
            if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
                throw new IllegalArgumentException("Longer than a signal may be: " + text.length());
            }
        }
        try (Connection connection = pool.getConnection()) {
            String name = channel(connection);
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
                for (String text : texts) {
                    statement.setString(1, name);
                    statement.setString(2, text);
                    statement.execute();
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public Line open() {
        try {
            Connection connection = driver.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("LISTEN \"" + channel(connection) + "\"");
                return new PostgresLine(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Channels belong to the database, an installation to a schema of it. */
    private String channel(Connection connection) throws SQLException {
        String name = channel;
        if (name == null) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT 'ashlar_' || left(md5(current_schema()), 16)")) {
                row.next();
                name = row.getString(1);
                channel = name;
            }
        }
        return name;
    }

    private record PostgresLine(Connection connection) implements Line {

        @Override
        public List<String> await(Duration atMost) {
            try {
                PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
                List<String> texts = new ArrayList<>();
                if (heard != null) {
                    for (PGNotification one : heard) {
                        texts.add(one.getParameter());
                    }
                }
                return texts;
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException gone) {
                // It was lost already.
            }
        }
    }
}
