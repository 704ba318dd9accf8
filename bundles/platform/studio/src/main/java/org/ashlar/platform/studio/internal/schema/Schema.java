package org.ashlar.platform.studio.internal.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.studio.internal.model.FieldKind;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes tables at run time. Each change is a transaction of its own before the definition is saved: if it fails nothing
 * is saved, and what it leaves behind when the saving fails is an empty column that the next attempt finds. One change
 * at a time in the whole installation; on PostgreSQL it gives up after {@value #LOCK_SECONDS} seconds behind other work
 * instead of holding everybody up. All names come from {@link Names}. Thread-safe.
 */
@Component(service = Schema.class)
public final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final long LOCK = 0x415348435553L;
    private static final int LOCK_SECONDS = 8;
    private static final ReentrantLock LOCAL = new ReentrantLock();
    private static final String DUPLICATE = "23505";

    private final Transactions transactions;
    private final DataSource source;

    @Activate
    public Schema(@Reference Transactions transactions, @Reference(target = "(ashlar.module=studio)") DataSource source) {
        this.transactions = transactions;
        this.source = source;
    }

    /** What is done with the tables. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run(Ddl ddl) throws SQLException;
    }

    /**
     * Changes tables.
     *
     * @throws Problem UNAVAILABLE {@code platform.custom.busy} if other work holds the table; RULE
     *         {@code platform.custom.notUnique} if present values contradict a wanted constraint
     */
    public void change(Work work) {
        LOCAL.lock();
        try {
            transactions.separate(() -> {
                run(work);
                return null;
            });
        } finally {
            LOCAL.unlock();
        }
    }

    private void run(Work work) {
        try (Connection connection = source.getConnection()) {
            boolean derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
            Ddl ddl = new Ddl(connection, derby);
            if (!derby) {
                ddl.execute("set local lock_timeout = '" + LOCK_SECONDS + "s'");
                ddl.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            work.run(ddl);
        } catch (SQLException e) {
            LOG.warn("A custom table could not be changed: {} {}", e.getSQLState(), e.getMessage());
            if (DUPLICATE.equals(e.getSQLState())) {
                throw Problem.of(ProblemKind.RULE, "platform.custom.notUnique");
            }
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.custom.busy");
        }
    }

    /** Statements that change nothing when what they want is there already. */
    public static final class Ddl {

        private final Connection connection;
        private final boolean derby;

        Ddl(Connection connection, boolean derby) {
            this.connection = connection;
            this.derby = derby;
        }

        /** Side table of a model with an entity class. */
        public void sideTable(String table) throws SQLException {
            if (!tableThere(table)) {
                execute("create table " + table + " (id bigint not null, company_id bigint not null, constraint "
                        + Names.constraint("pk", table, "id") + " primary key (id))");
            }
        }

        /** Table of a custom model; line tables point to their owner's. */
        public void modelTable(String table, String parentTable) throws SQLException {
            if (tableThere(table)) {
                return;
            }
            execute("create table " + table + " (id bigint not null, version int not null, company_id bigint not null,"
                    + " created_at timestamp not null, created_by bigint not null, changed_at timestamp not null,"
                    + " changed_by bigint not null, name varchar(255), record_no varchar(60), state varchar(40),"
                    + " line_no int, owner_id bigint, constraint " + Names.constraint("pk", table, "id")
                    + " primary key (id))");
            execute("create index " + Names.constraint("ix", table, "company") + " on " + table + " (company_id, id)");
            if (parentTable != null) {
                execute("create index " + Names.constraint("ix", table, "owner") + " on " + table + " (owner_id)");
            }
        }

        /** A column that may be empty. */
        public void column(String table, String column, String type) throws SQLException {
            if (!columnThere(table, column)) {
                execute("alter table " + table + " add column " + column + " " + type);
            }
        }

        /** A column of a new field. One that an attempt left behind is empty and may have another type. */
        public void freshColumn(String table, String column, String type) throws SQLException {
            if (columnThere(table, column) && !used(table, column)) {
                unique(table, column, false);
                index(table, column, false);
                dropColumn(table, column);
            }
            column(table, column, type);
        }

        private boolean used(String table, String column) throws SQLException {
            try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select id from "
                    + table + " where " + column + " is not null fetch first 1 rows only")) {
                return rows.next();
            }
        }

        /** Type of a field's column. */
        public String type(FieldKind kind, Integer length, Integer scale) {
            return switch (kind) {
                case TEXT, LONG_TEXT, RICH_TEXT, TAGS, IMAGE -> "varchar(" + length + ")";
                case INTEGER, REFERENCE -> "bigint";
                case DECIMAL, MONEY -> "decimal(" + Kinds.PRECISION + ", " + scale + ")";
                case BOOLEAN -> "boolean";
                case DATE -> "date";
                case DATE_TIME -> "timestamp";
                case CHOICE -> "varchar(40)";
            };
        }

        /** Puts a unique constraint on the company and these columns, or takes it away. */
        public void unique(String table, String columns, boolean wanted) throws SQLException {
            String name = Names.constraint("uq", table, columns);
            boolean there = indexThere(table, name);
            if (wanted && !there) {
                execute("alter table " + table + " add constraint " + name + " unique (company_id, " + columns + ")");
            } else if (!wanted && there) {
                execute("alter table " + table + " drop constraint " + name);
            }
        }

        /** Puts an index on a column, or takes it away. */
        public void index(String table, String column, boolean wanted) throws SQLException {
            String name = Names.constraint("ix", table, column);
            boolean there = indexThere(table, name);
            if (wanted && !there) {
                execute("create index " + name + " on " + table + " (" + column + ")");
            } else if (!wanted && there) {
                execute("drop index " + name);
            }
        }

        /** Drops a column with its data. */
        public void dropColumn(String table, String column) throws SQLException {
            if (columnThere(table, column)) {
                execute("alter table " + table + " drop column " + column + (derby ? " restrict" : ""));
            }
        }

        /** Drops a table with its data. */
        public void dropTable(String table) throws SQLException {
            if (tableThere(table)) {
                execute("drop table " + table);
            }
        }

        private String stored(String name) {
            return derby ? name.toUpperCase(Locale.ROOT) : name;
        }

        private boolean tableThere(String table) throws SQLException {
            DatabaseMetaData meta = connection.getMetaData();
            try (ResultSet rows = meta.getTables(null, connection.getSchema(), literal(meta, stored(table)),
                    new String[] {"TABLE"})) {
                return rows.next();
            }
        }

        private boolean columnThere(String table, String column) throws SQLException {
            DatabaseMetaData meta = connection.getMetaData();
            try (ResultSet rows = meta.getColumns(null, connection.getSchema(), literal(meta, stored(table)),
                    literal(meta, stored(column)))) {
                return rows.next();
            }
        }

        /** Derby names the index behind a constraint by itself, so its constraints are asked for by name. */
        private boolean indexThere(String table, String name) throws SQLException {
            String sql = derby
                    ? "select 1 from sys.sysconstraints where constraintname = ? union all"
                            + " select 1 from sys.sysconglomerates where conglomeratename = ?"
                    : "select 1 from pg_constraint where conname = ? union all"
                            + " select 1 from pg_indexes where schemaname = current_schema() and indexname = ?";
            try (var select = connection.prepareStatement(sql)) {
                select.setString(1, stored(name));
                select.setString(2, stored(name));
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next();
                }
            }
        }

        private static String literal(DatabaseMetaData meta, String name) throws SQLException {
            return name.replace("_", meta.getSearchStringEscape() + "_");
        }

        void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
