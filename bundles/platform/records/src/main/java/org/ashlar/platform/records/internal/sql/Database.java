package org.ashlar.platform.records.internal.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.records.internal.store.UnitOfWork;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connections to the one database and its dialect. Thread-safe. */
@Component(service = Database.class)
public final class Database {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /**
     * Plain names, no log listener: statements are built on hot paths. Loaded with the first statement, because the
     * library takes long to load and services that are slow to come up hold others up.
     */
    private static final class Jooq {

        private static final Settings SETTINGS = new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER)
                .withExecuteLogging(false).withFetchWarnings(false);
        private static final DSLContext DERBY = DSL.using(SQLDialect.DERBY, SETTINGS);
        private static final DSLContext POSTGRES = DSL.using(SQLDialect.POSTGRES, SETTINGS);

        private Jooq() {
        }
    }

    private final DataSource jta;
    private final DataSource read;
    private final TransactionSynchronizationRegistry registry;
    private final boolean derby;
    private final Map<String, String> primaryKeys = new ConcurrentHashMap<>();

    @Activate
    public Database(@Reference(target = "(ashlar.datasource=jta)") Map.Entry<Map<String, Object>, DataSource> jta,
            @Reference(target = "(ashlar.datasource=read)") DataSource read,
            @Reference TransactionSynchronizationRegistry registry) {
        this(jta.getValue(), read, registry, "derby".equals(jta.getKey().get("ashlar.database")));
    }

    /** Without OSGi, for tests. */
    public Database(DataSource jta, DataSource read, TransactionSynchronizationRegistry registry, boolean derby) {
        this.jta = jta;
        this.read = read;
        this.registry = registry;
        this.derby = derby;
    }

    /** Work with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run(Connection connection) throws SQLException;
    }

    /** Whether the database is Derby, else PostgreSQL. */
    public boolean derby() {
        return derby;
    }

    /**
     * Name of the constraint that makes a table's {@code id} its key, empty if it has none or only the database's own, which no
     * statement can name. Asked once for each table.
     *
     * @param table as the suite writes it, in small letters
     */
    public Optional<String> primaryKey(String table) {
        String known = primaryKeys.computeIfAbsent(table, t -> read(connection -> {
            try (ResultSet key = connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), derby ? t.toUpperCase(Locale.ROOT) : t)) {
                String name = key.next() && "id".equalsIgnoreCase(key.getString("COLUMN_NAME")) ? key.getString("PK_NAME") : "";
                return key.next() || !name.matches("\\w+") ? null : name;
            }
        }));
        return Optional.ofNullable(known);
    }

    /** A context that renders and never executes. */
    public DSLContext renderer() {
        return derby ? Jooq.DERBY : Jooq.POSTGRES;
    }

    /** Whether a JTA transaction runs on this thread. */
    public boolean inTransaction() {
        return registry.getTransactionKey() != null;
    }

    /** On the transaction's connection after writing pending JPA changes, else on a pooled read connection. */
    public <T> T any(Work<T> work) {
        if (inTransaction()) {
            flush();
            return with(jta, work);
        }
        return with(read, work);
    }

    /** On a pooled read connection outside any transaction. */
    public <T> T read(Work<T> work) {
        return with(read, work);
    }

    /** On the transaction's connection, without flushing. */
    public <T> T transaction(Work<T> work) {
        if (!inTransaction()) {
            throw new IllegalStateException("No transaction is running");
        }
        return with(jta, work);
    }

    /**
     * Lets PostgreSQL plan each statement of the running transaction anew: while a transaction fills a table, a plan
     * made when it was empty reads all of it again and again.
     */
    public void planEachTime() {
        if (!derby) {
            transaction(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("set local plan_cache_mode = force_custom_plan");
                }
            });
        }
    }

    /** Writes pending JPA changes of the running transaction. */
    public void flush() {
        if (registry.getResource(UnitOfWork.KEY) instanceof UnitOfWork work) {
            work.flush();
        }
    }

    /** jOOQ on a connection. */
    public <T> T jooq(Connection connection, Function<DSLContext, T> work) {
        return work.apply(DSL.using(connection, derby ? SQLDialect.DERBY : SQLDialect.POSTGRES, Jooq.SETTINGS));
    }

    private static <T> T with(DataSource source, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new SqlFailure("Database call failed", e);
        }
    }
}
