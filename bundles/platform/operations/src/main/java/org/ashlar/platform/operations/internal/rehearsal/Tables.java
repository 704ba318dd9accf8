package org.ashlar.platform.operations.internal.rehearsal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tables of a database as it says itself, by their names in small letters. */
public final class Tables {

    private static final Set<Integer> TEXTS = Set.of(Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB);

    private Tables() {
    }

    /** All tables of the suite, by name. */
    public static List<String> of(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables.stream().sorted().toList();
    }

    /**
     * A column.
     *
     * @param length characters of a text, 0 of everything else
     */
    public record Column(int length, boolean nullable) {
    }

    /** Columns by name, by table. */
    public static Map<String, Map<String, Column>> columns(Connection connection) throws SQLException {
        Map<String, Map<String, Column>> columns = new TreeMap<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
            while (found.next()) {
                boolean text = TEXTS.contains(found.getInt("DATA_TYPE"));
                columns.computeIfAbsent(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT), t -> new TreeMap<>())
                        .put(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), new Column(text ? found.getInt("COLUMN_SIZE") : 0,
                                found.getInt("NULLABLE") == DatabaseMetaData.columnNullable));
            }
        }
        return columns;
    }

    /** Rows of a table. */
    public static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + quoted(connection, table))) {
            count.next();
            return count.getLong(1);
        }
    }

    /** A name as the database writes it. */
    public static String quoted(Connection connection, String name) throws SQLException {
        String stored = connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        return '"' + stored.replace("\"", "\"\"") + '"';
    }
}
