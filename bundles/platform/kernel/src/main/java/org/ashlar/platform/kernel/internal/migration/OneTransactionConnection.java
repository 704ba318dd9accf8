package org.ashlar.platform.kernel.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Makes all change sets of a module one transaction: Liquibase commits after each, here it commits once. A kill or a
 * failure in between leaves the old version, and a lock of Liquibase is never left behind because it is never committed.
 */
final class OneTransactionConnection extends JdbcConnection {

    private final Connection raw;

    OneTransactionConnection(Connection raw) {
        super(raw);
        this.raw = raw;
    }

    @Override
    public void commit() throws DatabaseException {
        // Kept for finish().
    }

    @Override
    public void close() throws DatabaseException {
        // The pool's owner closes it.
    }

    void finish() throws SQLException {
        raw.commit();
    }
}
