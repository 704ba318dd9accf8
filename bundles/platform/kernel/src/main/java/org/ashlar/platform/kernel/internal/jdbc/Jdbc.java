package org.ashlar.platform.kernel.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import javax.sql.DataSource;

/** The few statements of the kernel over one data source. Instants are stored in UTC. Thread-safe. */
public final class Jdbc {

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Uses a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final DataSource source;

    public Jdbc(DataSource source) {
        this.source = source;
    }

    /** All rows. */
    public <T> List<T> query(String sql, Row<T> mapper, Object... arguments) {
        return connection(sql, c -> query(c, sql, mapper, arguments));
    }

    /** The first row. */
    public <T> Optional<T> first(String sql, Row<T> mapper, Object... arguments) {
        return query(sql, mapper, arguments).stream().findFirst();
    }

    /** Rows changed. */
    public int update(String sql, Object... arguments) {
        return connection(sql, c -> update(c, sql, arguments));
    }

    /** One statement for many rows. */
    public void batch(String sql, List<Object[]> rows) {
        connection(sql, c -> {
            try (PreparedStatement statement = c.prepareStatement(sql)) {
                for (Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** Any work on a connection. */
    public <T> T connection(String what, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new JdbcException(what, e);
        }
    }

    /** All rows on a connection that the caller holds. */
    public static <T> List<T> query(Connection connection, String sql, Row<T> mapper, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(mapper.read(rows));
                }
                return found;
            }
        }
    }

    /** Rows changed on a connection that the caller holds. */
    public static int update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        }
    }

    /** An instant stored in UTC. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column, utc());
        return value == null ? null : value.toInstant();
    }

    private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object value = arguments[i];
            if (value instanceof Instant instant) {
                statement.setTimestamp(i + 1, Timestamp.from(instant), utc());
            } else if (value instanceof Null none) {
                statement.setNull(i + 1, none.type());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** A typed SQL NULL. */
    public record Null(int type) {
        /** No text. */
        public static final Null TEXT = new Null(Types.VARCHAR);
        /** No instant. */
        public static final Null INSTANT = new Null(Types.TIMESTAMP);

        /** The value, or this if it is {@code null}. */
        public static Object text(String value) {
            return value == null ? TEXT : value;
        }

        /** The value, or a typed NULL if it is {@code null}. */
        public static Object instant(Instant value) {
            return value == null ? INSTANT : value;
        }
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
