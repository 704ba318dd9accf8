package org.ashlar.platform.records.internal.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Statements by plain JDBC on the connections of {@link Sql}. Thread-safe. */
@Component(service = Rows.class)
public final class DefaultRows implements Rows {
    private final Sql sql;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public DefaultRows(@Reference Sql sql, @Reference Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public <T> List<T> query(String statement, Row<T> mapper, Object... arguments) {
        return sql.any(query(mapper, statement, arguments));
    }

    private static <T> Function<DSLContext, List<T>> query(Row<T> mapper, String statement, Object... arguments) {
        return db -> db.connectionResult(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                bind(prepared, arguments);
                try (ResultSet rows = prepared.executeQuery()) {
                    List<T> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(mapper.read(rows));
                    }
                    return found;
                }
            }
        });
    }

    @Override
    public long next(String sequence) {
        return sql.any(db -> db.nextval(DSL.sequence(DSL.unquotedName(sequence), Long.class)));
    }

    @Override
    public int update(String statement, Object... arguments) {
        return transactions.required(() -> sql.inTransaction(db -> db.connectionResult(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                bind(prepared, arguments);
                return prepared.executeUpdate();
            }
        })));
    }

    @Override
    public boolean insertOnce(String statement, String key, Object... arguments) {
        return transactions.required(() -> sql.inTransaction(db -> db.connectionResult(connection -> {
            boolean postgres = db.dialect().family() == SQLDialect.POSTGRES;
            try (PreparedStatement prepared = connection.prepareStatement(
                    postgres ? statement + " on conflict (" + key + ") do nothing" : statement)) {
                bind(prepared, arguments);
                return prepared.executeUpdate() == 1;
            } catch (SQLException e) {
                // Derby undoes the statement alone; caught here, before the transaction learns of a failure.
                if (!postgres && "23505".equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        })));
    }

    private static void bind(PreparedStatement prepared, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object value = arguments[i];
            if (value instanceof Instant instant) {
                prepared.setTimestamp(i + 1, Timestamp.from(instant), Rows.utc());
            } else if (value instanceof byte[] bytes) {
                prepared.setBytes(i + 1, bytes);
            } else if (value instanceof None none) {
                prepared.setNull(i + 1, none.type());
            } else if (value == null) {
                prepared.setNull(i + 1, Types.VARCHAR);
            } else if (value instanceof Enum<?> constant) {
                prepared.setString(i + 1, constant.name());
            } else {
                prepared.setObject(i + 1, value);
            }
        }
    }
}
