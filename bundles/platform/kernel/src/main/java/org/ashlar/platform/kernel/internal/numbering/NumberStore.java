package org.ashlar.platform.kernel.internal.numbering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.jdbc.JdbcException;
import org.ashlar.platform.kernel.internal.jdbc.SqlStates;

/**
 * Table {@code platform_number_series}. The row lock makes two takers wait for each other. PostgreSQL answers the number with
 * the UPDATE. Derby cannot; there the UPDATE names the number that this process expects and holds only if it is right, which
 * it is unless a transaction was rolled back in between; otherwise the number is taken and read by two more statements.
 */
final class NumberStore {

    private static final String WHERE = " WHERE company_id = ? AND code = ? AND period_key = ?";
    private static final String TAKE = "UPDATE platform_number_series SET next_value = next_value + ?" + WHERE;

    private static final String TAKE_EXPECTED = "UPDATE platform_number_series SET next_value = ?" + WHERE
            + " AND next_value = ?";

    private final Map<Key, Long> expected = new ConcurrentHashMap<>();
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
        long first = new Jdbc(jta).connection(TAKE, c -> takeLegal(c, key, count));
        if (first > 0) {
            return first;
        }
        create(key, start);
        return new Jdbc(jta).connection(TAKE, c -> takeLegal(c, key, count));
    }

    /** The next number of each counter, whose keys are distinct and in the order in which they are to be locked. */
    List<Long> takeEach(List<Key> keys, ToLongFunction<Key> start) {
        List<Long> taken = new Jdbc(jta).connection(TAKE, c -> postgresql ? returned(c, keys) : expected(c, keys, 1));
        List<Long> complete = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            complete.add(taken.get(i) > 0 ? taken.get(i) : takeInTransaction(keys.get(i), 1, start.applyAsLong(keys.get(i))));
        }
        return complete;
    }

    /** Several statements in one round trip, one after the other; 0 for counters that do not exist yet. */
    private static List<Long> returned(Connection connection, List<Key> keys) throws SQLException {
        String sql = String.join("; ", Collections.nCopies(keys.size(), TAKE + " RETURNING next_value"));
        List<Long> taken = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (Key key : keys) {
                statement.setLong(at++, 1);
                statement.setLong(at++, key.companyId());
                statement.setString(at++, key.code());
                statement.setString(at++, key.period());
            }
            statement.execute();
            for (Key ignored : keys) {
                try (ResultSet row = statement.getResultSet()) {
                    taken.add(row.next() ? row.getLong(1) - 1 : 0);
                }
                statement.getMoreResults();
            }
        }
        return taken;
    }

    /** Takes what is expected of each counter by one batch; 0 for those that do not exist yet. */
    private List<Long> expected(Connection connection, List<Key> keys, int count) throws SQLException {
        long[] first = new long[keys.size()];
        try (PreparedStatement statement = connection.prepareStatement(TAKE_EXPECTED)) {
            boolean guessed = true;
            for (int i = 0; i < first.length; i++) {
                Key key = keys.get(i);
                // Claimed before it is tried: who comes next expects the number after, and waits for this row.
                Long next = expected.computeIfPresent(key, (k, value) -> value + count);
                guessed &= next != null;
                first[i] = next == null ? 0 : next - count;
                statement.setLong(1, first[i] + count);
                statement.setLong(2, key.companyId());
                statement.setString(3, key.code());
                statement.setString(4, key.period());
                statement.setLong(5, first[i]);
                statement.addBatch();
            }
            int[] changed = guessed ? statement.executeBatch() : new int[first.length];
            List<Long> taken = new ArrayList<>();
            for (int i = 0; i < first.length; i++) {
                taken.add(changed[i] > 0 ? first[i] : read(connection, keys.get(i), count));
            }
            return taken;
        }
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
    private long takeLegal(Connection connection, Key key, int count) throws SQLException {
        return postgresql ? take(connection, key, count) : expected(connection, List.of(key), count).get(0);
    }

    private long read(Connection connection, Key key, int count) throws SQLException {
        long first = take(connection, key, count);
        if (first > 0) {
            expected.put(key, first + count);
        }
        return first;
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
