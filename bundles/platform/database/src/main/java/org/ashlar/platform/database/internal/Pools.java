package org.ashlar.platform.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The three pools over the one database. */
final class Pools implements AutoCloseable {

    private final DatabaseSettings settings;
    private final HikariDataSource write;
    private final HikariDataSource read;
    private final HikariDataSource plain;
    private final DataSource driver;

    Pools(DatabaseSettings settings) {
        this.settings = settings;
        driver = settings.isDerby() ? new SelfHealingDerby(derby(), derbyShutdown()) : postgresql();
        write = pool("write", driver, settings.writePool(), false);
        read = pool("read", driver, settings.readPool(), true);
        plain = pool("plain", driver, 4, true);
    }

    DataSource write() {
        return write;
    }

    DataSource read() {
        return read;
    }

    DataSource plain() {
        return plain;
    }

    /** Connections outside of the pools, for whoever keeps one for good. */
    DataSource driver() {
        return driver;
    }

    private HikariDataSource pool(String role, DataSource driver, int size, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ashlar-" + role);
        config.setDataSource(driver);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(role.equals("plain") ? 0 : Math.min(2, size));
        config.setAutoCommit(autoCommit);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // A request may wait for two pools and behind another's wait; together that stays under the 10 s of an answer.
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(2_000);
        config.setIdleTimeout(120_000);
        config.setKeepaliveTime(settings.isDerby() ? 0 : 60_000);
        // A database that is not up yet must not stop the suite: it answers 503 until it is.
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverrideClassName(EvictBroken.class.getName());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Pools.class.getClassLoader());
        try {
            return new HikariDataSource(config);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private EmbeddedDataSource derby() {
        String path = settings.url().substring("jdbc:derby:".length());
        int semicolon = path.indexOf(';');
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(semicolon < 0 ? path : path.substring(0, semicolon));
        if (semicolon >= 0) {
            source.setConnectionAttributes(path.substring(semicolon + 1));
        }
        source.setCreateDatabase("create");
        if (settings.user() != null) {
            source.setUser(settings.user());
            source.setPassword(settings.password());
        }
        return source;
    }

    private DataSource postgresql() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("ashlar");
        source.setReWriteBatchedInserts(true);
        source.setConnectTimeout(5);
        source.setLoginTimeout(5);
        source.setSocketTimeout(120);
        source.setTcpKeepAlive(true);
        source.setPrepareThreshold(3);
        // Parameters of the URL win over the defaults above.
        source.setURL(settings.url());
        if (settings.user() != null) {
            source.setUser(settings.user());
            source.setPassword(settings.password());
        }
        return source;
    }

    @Override
    public void close() {
        write.close();
        read.close();
        plain.close();
        if (settings.isDerby()) {
            shutdownDerby();
        }
    }

    private EmbeddedDataSource derbyShutdown() {
        EmbeddedDataSource source = derby();
        source.setCreateDatabase(null);
        source.setShutdownDatabase("shutdown");
        return source;
    }

    private void shutdownDerby() {
        try {
            derbyShutdown().getConnection().close();
        } catch (SQLException done) {
            // Derby reports a clean shutdown as 08006.
        }
    }

    /** Connections that Derby lost with its database say so in words of their own. */
    public static final class EvictBroken implements SQLExceptionOverride {

        private static final Set<String> BROKEN = Set.of("XSDG1", "XSDG2", "XSLA4", "XJ040", "XJ015", "25502", "25503", "25505", "57P01", "57P02", "57P03");

        @java.lang.Override
        public Override adjudicate(SQLException exception) {
            return BROKEN.contains(String.valueOf(exception.getSQLState()))
                    ? Override.MUST_EVICT
                    : Override.CONTINUE_EVICT;
        }
    }
}
