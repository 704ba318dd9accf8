package org.ashlar.platform.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.nio.file.Path;
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
        driver = settings.isDerby() ? selfHealing() : postgresql();
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

    private SelfHealingDerby selfHealing() {
        String name = derbyName();
        EmbeddedDataSource database = derby(name);
        NewDerby made = null;
        if (Path.of(name).isAbsolute()) {
            made = new NewDerby(Path.of(name), this::derby);
        } else {
            // A database in memory, or one below Derby's own home, has no folder that could be named here.
            database.setCreateDatabase("create");
        }
        return new SelfHealingDerby(database, () -> derby(name), made);
    }

    private String derbyName() {
        return derbyUrl()[0];
    }

    private String[] derbyUrl() {
        return settings.url().substring("jdbc:derby:".length()).split(";", 2);
    }

    /** A driver for the database of that name, with the attributes, user and password of the settings. */
    private EmbeddedDataSource derby(String name) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(name);
        if (derbyUrl().length > 1) {
            source.setConnectionAttributes(derbyUrl()[1]);
        }
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
            NewDerby.shutdown(derby(derbyName()));
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
