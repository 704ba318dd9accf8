package org.ashlar.platform.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** One connection as a one-phase resource. */
final class LocalResource implements XAResource {

    private final Connection connection;

    LocalResource(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        try {
            connection.commit();
        } catch (SQLException e) {
            // A lost connection leaves the outcome open; everything else was refused by the database.
            boolean lost = e.getSQLState() == null || e.getSQLState().startsWith("08");
            XAException failure = new XAException(lost ? XAException.XAER_RMFAIL : XAException.XA_RBROLLBACK);
            failure.initCause(e);
            throw failure;
        }
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            XAException failure = new XAException(XAException.XAER_RMFAIL);
            failure.initCause(e);
            throw failure;
        }
    }

    /** Reached only when another resource takes part, which the suite does not do. */
    @Override
    public int prepare(Xid xid) throws XAException {
        throw new XAException(XAException.XAER_PROTO);
    }

    @Override
    public void start(Xid xid, int flags) {
        // The connection is in its transaction already.
    }

    @Override
    public void end(Xid xid, int flags) {
        // It ends with commit or rollback.
    }

    @Override
    public void forget(Xid xid) {
        // No heuristic outcomes.
    }

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}
