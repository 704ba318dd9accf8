package org.ashlar.platform.database.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.slf4j.LoggerFactory;

/**
 * The embedded database, brought back by itself once a full disk has space again. Derby shuts its database down when a page
 * or the log cannot be written; started again while the disk is still full it comes up read-only and stays so until it is
 * shut down. So a read-only database is shut down here, at most once a second, and the next connection starts it anew.
 * Thread-safe.
 */
final class SelfHealingDerby implements DataSource {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(SelfHealingDerby.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final EmbeddedDataSource database;
    private final Supplier<EmbeddedDataSource> drivers;
    private final NewDerby made;
    private long lastShutdown = System.nanoTime() - PAUSE;

    /**
     * For one database.
     *
     * @param drivers further drivers for it, to shut it down with
     * @param made makes its folder at the first start; {@code null} for a database that has none
     */
    SelfHealingDerby(EmbeddedDataSource database, Supplier<EmbeddedDataSource> drivers, NewDerby made) {
        this.database = database;
        this.drivers = drivers;
        this.made = made;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (made != null) {
            made.ensure();
        }
        Connection connection = database.getConnection();
        if (!connection.isReadOnly()) {
            return connection;
        }
        connection.close();
        restart();
        throw new SQLException("The database cannot be written to; its disk may be full", "08004");
    }

    private synchronized void restart() {
        if (System.nanoTime() - lastShutdown < PAUSE) {
            return;
        }
        LOG.warn("The database came up read-only, as it does on a full disk; it is started again");
        NewDerby.shutdown(drivers.get());
        lastShutdown = System.nanoTime();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The suite has one database user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return database.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
