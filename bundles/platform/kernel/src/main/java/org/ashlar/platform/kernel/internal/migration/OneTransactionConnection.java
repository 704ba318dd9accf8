package org.ashlar.platform.kernel.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Makes all change sets of a module one transaction: where Liquibase commits, which it does after each, a savepoint is set,
 * and its rollbacks go back to there; the real commit comes once, at the end. A kill or a failure in between leaves the old
 * version, and a lock of Liquibase is never left behind because it is never committed.
 */
final class OneTransactionConnection extends JdbcConnection {

    private final Connection raw;
    private Savepoint committed;

    OneTransactionConnection(Connection raw) throws SQLException {
        super(raw);
        this.raw = raw;
        committed = raw.setSavepoint();
    }

    @Override
    public void commit() throws DatabaseException {
        try {
            raw.releaseSavepoint(committed);
            committed = raw.setSavepoint();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        try {
            raw.rollback(committed);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void close() throws DatabaseException {
        // The pool's owner closes it.
    }

    void finish() throws SQLException {
        raw.commit();
    }
}
