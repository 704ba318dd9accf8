package org.ashlar.platform.kernel.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node migrate at a time. PostgreSQL holds it for the session, so a killed node cannot leave it behind; an
 * embedded Derby has one node only.
 */
final class NodeLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLock.class);
    private static final long KEY = 0x4153484C4152L;
    private static final int PAUSE_MILLIS = 250;
    private static final int NOTICE_AFTER = 40;

    private final Connection connection;
    private final boolean postgresql;

    private NodeLock(Connection connection, boolean postgresql) {
        this.connection = connection;
        this.postgresql = postgresql;
    }

    static NodeLock take(Connection connection, boolean postgresql) throws SQLException, InterruptedException {
        NodeLock lock = new NodeLock(connection, postgresql);
        for (int attempt = 1; postgresql && !lock.call("SELECT pg_try_advisory_lock(?)"); attempt++) {
            if (attempt % NOTICE_AFTER == 0) {
                LOG.info("Waiting for another node to finish its migrations");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return lock;
    }

    private boolean call(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (postgresql && !connection.isClosed()) {
            call("SELECT pg_advisory_unlock(?)");
        }
    }
}
