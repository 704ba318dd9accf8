package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/** One statement for many rows. */
final class Batch {

    private static final String DUPLICATE = "23505";

    private Batch() {
    }

    /** Runs the statement for each row in one round trip; answers the number of changed rows for each. */
    static int[] run(DSLContext sql, String statement, List<Object[]> rows) {
        return rows.isEmpty() ? new int[0] : sql.connectionResult(connection -> execute(connection, statement, rows));
    }

    /** Inserts rows whose unique key may exist already, also just now by someone else; those are left alone. */
    static void insertMissing(DSLContext sql, String insert, List<Object[]> rows) {
        if (sql.family() == SQLDialect.POSTGRES) {
            run(sql, insert + " ON CONFLICT DO NOTHING", rows);
            return;
        }
        sql.connection(connection -> {
            for (Object[] row : rows) {
                try {
                    execute(connection, insert, List.<Object[]>of(row));
                } catch (SQLException e) {
                    if (!DUPLICATE.equals(state(e))) {
                        throw e;
                    }
                }
            }
        });
    }

    /** {@code ?, ?, ?}. */
    static String marks(int count) {
        return "?, ".repeat(count - 1) + "?";
    }

    private static int[] execute(Connection connection, String statement, List<Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            if (rows.size() == 1) {
                bind(prepared, rows.get(0));
                return new int[] {prepared.executeUpdate()};
            }
            for (Object[] row : rows) {
                bind(prepared, row);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        }
    }

    private static void bind(PreparedStatement prepared, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value instanceof NullOf none) {
                prepared.setNull(i + 1, none.type);
            } else if (value instanceof BigDecimal decimal) {
                prepared.setBigDecimal(i + 1, decimal);
            } else if (value instanceof Long number) {
                prepared.setLong(i + 1, number);
            } else if (value instanceof Integer number) {
                prepared.setInt(i + 1, number);
            } else if (value instanceof LocalDate date) {
                prepared.setDate(i + 1, Date.valueOf(date));
            } else if (value instanceof Instant instant) {
                prepared.setTimestamp(i + 1, Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
            } else if (value instanceof Enum<?> constant) {
                prepared.setString(i + 1, constant.name());
            } else {
                prepared.setString(i + 1, (String) value);
            }
        }
    }

    private static String state(SQLException e) {
        return e instanceof BatchUpdateException && e.getNextException() != null ? e.getNextException().getSQLState()
                : e.getSQLState();
    }

    /** A null with its type, as both databases want it. */
    enum NullOf {
        LONG(Types.BIGINT), TEXT(Types.VARCHAR), DATE(Types.DATE);

        private final int type;

        NullOf(int type) {
            this.type = type;
        }

        /** The value, or this null. */
        Object or(Object value) {
            return value == null ? this : value;
        }
    }
}
