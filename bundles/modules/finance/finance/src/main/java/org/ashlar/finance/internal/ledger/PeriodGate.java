package org.ashlar.finance.internal.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.ashlar.finance.internal.books.PeriodInfo;
import org.ashlar.finance.internal.model.PeriodState;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets postings into a period and keeps them out of a locked one, also when the lock is taken at the same moment. On
 * PostgreSQL a posting holds an advisory lock of the period shared until its transaction ends; who changes the lock holds it
 * exclusively. On Derby a posting has written lines before it looks at the period, and who changes the lock locks the table
 * of lines. So a lock waits for running postings, and postings that come later see it. Sharing writes no row. Thread-safe.
 */
@Component(service = PeriodGate.class)
public final class PeriodGate {

    /** Keeps advisory locks of periods apart from others that a database may see. */
    private static final long NAMESPACE = 0x4153_4650L << 32;
    /** Goes before a statement in one round trip: that sees what was committed while this waited. */
    private static final String HOLD = "SELECT pg_advisory_xact_lock_shared(?); ";
    private static final String STATE = "SELECT state FROM finance_period WHERE id = ?";

    private final Database database;

    /** Injected. */
    @Activate
    public PeriodGate(@Reference Database database) {
        this.database = database;
    }

    /** What to put before the statement that asks for the period's state; it takes {@link #key}. Empty on Derby. */
    String holding(Connection connection) throws SQLException {
        return database.postgres(connection) ? HOLD : "";
    }

    /** What {@link #holding} asks for. */
    static long key(long period) {
        return NAMESPACE | period;
    }

    /**
     * Enters a period until the transaction ends. On Derby the transaction must have written lines before.
     *
     * @throws Problem RULE {@code finance.period.locked} or {@code finance.period.softLocked}
     */
    void enter(Connection connection, PeriodInfo period, boolean mayPostSoft) throws SQLException {
        switch (state(connection, period.id())) {
            case LOCKED -> throw Problem.rule("date", "finance.period.locked", period.name());
            case SOFT_LOCKED -> {
                if (!mayPostSoft) {
                    throw Problem.rule("date", "finance.period.softLocked", period.name());
                }
            }
            case OPEN -> {
                return;
            }
        }
    }

    /** Waits until nobody posts into the period and keeps posters out until the transaction ends. */
    public void close(long period) {
        database.call(connection -> {
            if (database.postgres(connection)) {
                try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
                    lock.setLong(1, key(period));
                    lock.execute();
                }
            } else {
                try (PreparedStatement lock = connection
                        .prepareStatement("LOCK TABLE finance_entry_line IN EXCLUSIVE MODE")) {
                    lock.execute();
                }
            }
            return null;
        });
    }

    private PeriodState state(Connection connection, long period) throws SQLException {
        boolean postgres = database.postgres(connection);
        try (PreparedStatement query = connection.prepareStatement(holding(connection) + STATE)) {
            query.setLong(1, postgres ? key(period) : period);
            if (postgres) {
                query.setLong(2, period);
            }
            query.execute();
            if (postgres) {
                query.getMoreResults();
            }
            try (ResultSet row = query.getResultSet()) {
                if (!row.next()) {
                    throw Problem.notFound("finance.period", period);
                }
                return PeriodState.valueOf(row.getString(1));
            }
        }
    }
}
