package org.ashlar.platform.database.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** Tables of the suite that a restored dump does not know: {@code pg_restore --clean} leaves them. */
final class LaterTables {

    private static final Pattern TABLE = Pattern.compile("(?m)^\\d+; \\d+ \\d+ TABLE \\S+ (\\S+) \\S+$");

    /** What others keep beside the suite is theirs. */
    private static final String OWN = "select tablename from pg_tables where schemaname = current_schema() and tableowner = current_user";

    private LaterTables() {
    }

    /**
     * Drops them.
     *
     * @param list what {@code pg_restore --list} says of the dump
     */
    static void drop(DatabaseSettings settings, String list) {
        Set<String> known = TABLE.matcher(list).results().map(r -> r.group(1)).collect(Collectors.toSet());
        if (known.isEmpty()) {
            return;
        }
        try (Connection connection = settings.postgres().getConnection(); Statement statement = connection.createStatement()) {
            List<String> later = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery(OWN)) {
                while (tables.next()) {
                    later.add(tables.getString(1));
                }
            }
            later.removeAll(known);
            for (String table : later) {
                statement.execute("DROP TABLE \"" + table.replace("\"", "\"\"") + "\" CASCADE");
            }
        } catch (SQLException e) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", String.valueOf(e.getMessage()));
        }
    }
}
