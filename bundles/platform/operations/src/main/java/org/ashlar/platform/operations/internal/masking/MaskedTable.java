package org.ashlar.platform.operations.internal.masking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.operations.internal.rehearsal.Tables;
import org.ashlar.platform.secret.Secrets;

/** Writes invented values into the columns of a table, a page of rows at a time. */
final class MaskedTable {

    private static final int PAGE = 2_000;

    private final Connection connection;
    private final Invented invented;
    private final Secrets secrets;

    MaskedTable(Connection connection, Invented invented, Secrets secrets) {
        this.connection = connection;
        this.invented = invented;
        this.secrets = secrets;
    }

    /** Rewrites columns of the kinds given; a table without ids loses its values instead. */
    void rewrite(String table, Map<String, Tables.Column> columns, Map<String, Kind> kinds) throws SQLException {
        List<String> names = List.copyOf(kinds.keySet());
        List<String> quoted = new ArrayList<>();
        for (String name : names) {
            quoted.add(Tables.quoted(connection, name));
        }
        if (!columns.containsKey("id") || columns.get("id").length() > 0) {
            String parts = names.stream().map(n -> quoted.get(names.indexOf(n)) + (columns.get(n).nullable() ? " = null" : " = ''"))
                    .collect(Collectors.joining(", "));
            try (PreparedStatement update = connection.prepareStatement("update " + Tables.quoted(connection, table) + " set " + parts)) {
                update.executeUpdate();
            }
            return;
        }
        String id = Tables.quoted(connection, "id");
        String where = Tables.quoted(connection, table);
        String some = quoted.stream().map(c -> c + " is not null").collect(Collectors.joining(" or "));
        try (PreparedStatement page = connection.prepareStatement("select " + id + ", " + String.join(", ", quoted) + " from " + where
                + " where " + id + " > ? and (" + some + ") order by " + id + " fetch first " + PAGE + " rows only");
                PreparedStatement update = connection.prepareStatement("update " + where + " set "
                        + quoted.stream().map(c -> c + " = ?").collect(Collectors.joining(", ")) + " where " + id + " = ?")) {
            long last = Long.MIN_VALUE;
            int rows = PAGE;
            while (rows == PAGE) {
                rows = 0;
                page.setLong(1, last);
                try (ResultSet found = page.executeQuery()) {
                    while (found.next()) {
                        last = found.getLong(1);
                        rows++;
                        for (int i = 0; i < names.size(); i++) {
                            update.setString(i + 1, made(found.getString(i + 2), kinds.get(names.get(i)), columns.get(names.get(i)).length()));
                        }
                        update.setLong(names.size() + 1, last);
                        update.addBatch();
                    }
                }
                if (rows > 0) {
                    update.executeBatch();
                }
            }
        }
    }

    /** Sealed values are made plain: the key stays here, and they are sealed by whoever saves them next. */
    private String made(String stored, Kind kind, int length) {
        if (stored == null) {
            return null;
        }
        String made = invented.of(kind, secrets.sealed(stored) ? secrets.open(stored) : stored);
        return made.length() <= length ? made : made.substring(0, length);
    }
}
