package org.ashlar.platform.kernel.internal.numbering;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.jdbc.JdbcException;
import org.ashlar.platform.kernel.internal.jdbc.SqlStates;

/**
 * Table {@code platform_number_series}. Taking numbers is one conditional-free UPDATE: the row lock makes two takers wait
 * for each other, so there is nothing to check and then act upon.
 */
final class NumberStore {

    private static final String WHERE = " WHERE company_id = ? AND code = ? AND period_key = ?";
    private static final String TAKE = "UPDATE platform_number_series SET next_value = next_value + ?" + WHERE;

    private final DataSource jta;
    private final DataSource plain;
    private final boolean postgresql;

    NumberStore(DataSource jta, DataSource plain, boolean postgresql) {
        this.jta = jta;
        this.plain = plain;
        this.postgresql = postgresql;
    }

    /**
     * One counter.
     *
     * @param companyId company
     * @param code series
     * @param period period in which it counts
     */
    record Key(long companyId, String code, String period) {
    }

    /** The first of {@code count} numbers, in the running transaction, whose end releases the row. */
    long takeInTransaction(Key key, int count, long start) {
        long first = new Jdbc(jta).connection(TAKE, c -> take(c, key, count));
        if (first > 0) {
            return first;
        }
        create(key, start);
        return new Jdbc(jta).connection(TAKE, c -> take(c, key, count));
    }

    /** The first of {@code count} numbers, committed at once on a connection of its own. */
    long takeNow(Key key, int count, long start) {
        long first = commit(key, count);
        if (first > 0) {
            return first;
        }
        create(key, start);
        return commit(key, count);
    }

    private long commit(Key key, int count) {
        return new Jdbc(plain).connection(TAKE, c -> {
            c.setAutoCommit(false);
            try {
                long first = take(c, key, count);
                c.commit();
                return first;
            } finally {
                c.rollback();
                c.setAutoCommit(true);
            }
        });
    }

    /** 0 if the counter does not exist yet. */
    private long take(Connection connection, Key key, int count) throws SQLException {
        if (postgresql) {
            List<Long> next = Jdbc.query(connection, TAKE + " RETURNING next_value", row -> row.getLong(1), count,
                    key.companyId(), key.code(), key.period());
            return next.isEmpty() ? 0 : next.get(0) - count;
        }
        if (Jdbc.update(connection, TAKE, count, key.companyId(), key.code(), key.period()) == 0) {
            return 0;
        }
        return Jdbc.query(connection, "SELECT next_value FROM platform_number_series" + WHERE, row -> row.getLong(1),
                key.companyId(), key.code(), key.period()).get(0) - count;
    }

    /** Creates the counter outside the caller's transaction; whoever comes second finds it there. */
    private void create(Key key, long start) {
        try {
            new Jdbc(plain).update("INSERT INTO platform_number_series (company_id, code, period_key, next_value)"
                    + " VALUES (?, ?, ?, ?)", key.companyId(), key.code(), key.period(), start);
        } catch (JdbcException e) {
            if (!SqlStates.isDuplicate(e)) {
                throw e;
            }
        }
    }
}
