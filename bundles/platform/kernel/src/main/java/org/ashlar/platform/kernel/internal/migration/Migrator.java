package org.ashlar.platform.kernel.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;
import org.ashlar.platform.kernel.internal.jdbc.SqlStates;
import org.ashlar.platform.module.Migrations.Changeset;

/** Runs a module's changelog, whole or not at all. One at a time; not thread-safe. */
public final class Migrator {

    /** Liquibase's own tables; without underscores, which it looks for in vain on Derby. */
    public static final String CHANGELOG_TABLE = "ashlarchangelog";
    static final String LOCK_TABLE = "ashlarchangeloglock";

    /** Held so that the level set on it survives garbage collection. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private final DataSource plain;
    private final boolean postgresql;

    /**
     * @param plain commits by itself, knows nothing of JTA
     * @param database {@code derby} or {@code postgresql}
     */
    public Migrator(DataSource plain, String database) {
        this.plain = plain;
        this.postgresql = "postgresql".equals(database);
        LIQUIBASE.setLevel(Level.WARNING);
    }

    /**
     * Brings the module's tables up to its changelog.
     *
     * @throws MigrationException with the reason, everything undone
     */
    public void migrate(String moduleId, ModuleResources resources) {
        with(moduleId, resources, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    /**
     * Changesets that {@link #migrate} would run. Changes nothing.
     *
     * @throws MigrationException if the changelog cannot be read or does not fit to what ran before
     */
    public List<Changeset> pending(String moduleId, ModuleResources resources) {
        List<Changeset> pending = new ArrayList<>();
        with(moduleId, resources, liquibase -> {
            for (ChangeSet set : liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression())) {
                String comment = set.getComments();
                pending.add(new Changeset(set.getId(), set.getAuthor(),
                        comment == null || comment.isBlank() ? set.getDescription() : comment.strip()));
            }
            // What the tool noted on the way is not wanted.
            throw new Undone();
        });
        return pending;
    }

    private void with(String moduleId, ModuleResources resources, Work work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Scope.class.getClassLoader());
        try (Connection connection = plain.getConnection(); NodeLock lock = NodeLock.take(connection, postgresql)) {
            connection.setAutoCommit(false);
            try {
                run(moduleId, resources, connection, work);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("Interrupted", e);
        } catch (Exception e) {
            throw new MigrationException(reason(e), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void run(String moduleId, ModuleResources resources, Connection connection, Work work) throws Exception {
        unlock(connection);
        OneTransactionConnection one = new OneTransactionConnection(connection);
        Map<String, Object> values = Map.of(
                Scope.Attr.classLoader.name(), Scope.class.getClassLoader(),
                Scope.Attr.ui.name(), new LoggerUIService(),
                "liquibase.analytics.enabled", Boolean.FALSE,
                "liquibase.secureParsing", Boolean.TRUE);
        Scope.child(values, () -> {
            Database database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(one);
            database.setDatabaseChangeLogTableName(stored(CHANGELOG_TABLE));
            database.setDatabaseChangeLogLockTableName(stored(LOCK_TABLE));
            if (database instanceof DerbyDatabase derby) {
                derby.setShutdownEmbeddedDerby(false);
            }
            // Not closed: that would close the database of the whole suite.
            @SuppressWarnings("resource")
            Liquibase liquibase = new Liquibase(
                    moduleId + "/changelog.xml", new ModuleResourceAccessor(moduleId, resources), database);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            try {
                work.on(liquibase);
                one.finish();
            } catch (Undone nothing) {
                connection.rollback();
            } finally {
                // They remember every database they met, and with it this connection.
                LockServiceFactory.getInstance().resetAll();
                Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class).resetAll();
            }
        });
    }

    /** The name as the database keeps it: Liquibase looks for its own tables by the exact letters. */
    private String stored(String table) {
        return postgresql ? table : table.toUpperCase(Locale.ROOT);
    }

    /** A lock row can only come from outside the suite's own runs; the node lock has made sure that nobody migrates. */
    private void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE " + LOCK_TABLE + " SET locked = FALSE, lockgranted = NULL, lockedby = NULL");
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            if (!SqlStates.isMissingTable(e)) {
                throw e;
            }
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String outer = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        String inner = String.valueOf(root.getMessage());
        return outer.contains(inner) || root == failure ? outer : outer + ": " + inner;
    }

    /** What is done with a changelog. */
    private interface Work {
        void on(Liquibase liquibase) throws Exception;
    }

    /** Says that nothing of the work is wanted. */
    private static final class Undone extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** A module's migration failed; nothing of it remains. */
    public static final class MigrationException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MigrationException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
