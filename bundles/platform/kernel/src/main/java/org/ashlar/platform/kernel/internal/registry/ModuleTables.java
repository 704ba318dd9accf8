package org.ashlar.platform.kernel.internal.registry;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.module.ModuleLifecycle.TableRows;

/** The tables of a module: those whose names begin with its id, unless a longer module id fits better. */
final class ModuleTables {

    private final Jdbc plain;
    private final boolean postgresql;

    ModuleTables(Jdbc plain, boolean postgresql) {
        this.plain = plain;
        this.postgresql = postgresql;
    }

    /** Tables with their rows. */
    List<TableRows> list(String moduleId, Collection<String> allIds) {
        return plain.connection("tables of " + moduleId, c -> {
            List<TableRows> tables = new ArrayList<>();
            for (String table : names(c, moduleId, allIds)) {
                try (Statement statement = c.createStatement();
                        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    row.next();
                    tables.add(new TableRows(table, row.getLong(1)));
                }
            }
            return tables;
        });
    }

    /** Drops the module's tables and what the platform keeps about it, in one transaction. */
    void drop(String moduleId, Collection<String> allIds, String changelogTable) {
        plain.connection("drop tables of " + moduleId, c -> {
            c.setAutoCommit(false);
            try {
                List<String> tables = names(c, moduleId, allIds);
                for (String table : tables) {
                    dropReferences(c, table);
                }
                for (String table : tables) {
                    execute(c, "DROP TABLE " + table);
                }
                Jdbc.update(c, "DELETE FROM " + changelogTable + " WHERE filename LIKE ?", moduleId + "/%");
                Jdbc.update(c, "DELETE FROM platform_company_provision WHERE provision_id LIKE ? OR provision_id LIKE ?",
                        moduleId + ".%", "demo:" + moduleId + ".%");
                Jdbc.update(c, "DELETE FROM platform_number_series WHERE code LIKE ?", moduleId + ".%");
                c.commit();
                return null;
            } finally {
                c.rollback();
                c.setAutoCommit(true);
            }
        });
    }

    private List<String> names(Connection connection, String moduleId, Collection<String> allIds) throws SQLException {
        String prefix = prefix(moduleId);
        List<String> longer = allIds.stream().map(ModuleTables::prefix)
                .filter(p -> p.length() > prefix.length() && p.startsWith(prefix)).toList();
        List<String> names = new ArrayList<>();
        DatabaseMetaData meta = connection.getMetaData();
        try (ResultSet rows = meta.getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith(prefix) && longer.stream().noneMatch(name::startsWith)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static String prefix(String moduleId) {
        return moduleId.replace('-', '_') + "_";
    }

    /** Foreign keys of the table go first, so that the order of dropping does not matter. */
    private void dropReferences(Connection connection, String table) throws SQLException {
        String stored = postgresql ? table : table.toUpperCase(Locale.ROOT);
        List<String> keys = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getImportedKeys(null, connection.getSchema(), stored)) {
            while (rows.next()) {
                if (!keys.contains(rows.getString("FK_NAME"))) {
                    keys.add(rows.getString("FK_NAME"));
                }
            }
        }
        for (String key : keys) {
            execute(connection, "ALTER TABLE " + table + " DROP CONSTRAINT \"" + key + "\"");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
