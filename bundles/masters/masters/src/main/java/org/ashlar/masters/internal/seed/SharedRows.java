package org.ashlar.masters.internal.seed;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Inserts many rows of a model that all companies share, in one batch inside the running transaction. Thread-safe. */
@Component(service = SharedRows.class)
public final class SharedRows {

    private static final long SHARED = 0;
    private static final String BASE_COLUMNS =
            "id, version, company_id, created_at, created_by, changed_at, changed_by";
    private static final int BASE = 7;

    private final Sql sql;
    private final IdSource ids;
    private final Access access;
    private final Clock clock;

    @Activate
    public SharedRows(@Reference Sql sql, @Reference IdSource ids, @Reference Access access, @Reference Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    /** Inserts rows whose values stand in the order of the columns: text, numbers, booleans, dates or {@code null}. */
    public void insert(String table, List<String> columns, List<Object[]> rows) {
        String statement = "insert into " + table + " (" + BASE_COLUMNS + ", " + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(BASE + columns.size() - 1) + ")";
        for (int i = 0; i < rows.size(); i += IdSource.BLOCK) {
            List<Object[]> block = rows.subList(i, Math.min(rows.size(), i + IdSource.BLOCK));
            sql.inTransaction(dsl -> {
                dsl.connection(connection -> insertBlock(connection, statement, block));
                return null;
            });
        }
    }

    private void insertBlock(Connection connection, String statement, List<Object[]> rows) throws SQLException {
        Timestamp now = Timestamp.valueOf(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
        long user = access.caller().userId();
        long id = ids.block(rows.size());
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            for (Object[] row : rows) {
                insert.setLong(1, id++);
                insert.setInt(2, 0);
                insert.setLong(3, SHARED);
                insert.setTimestamp(4, now);
                insert.setLong(5, user);
                insert.setTimestamp(6, now);
                insert.setLong(7, user);
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(BASE + i + 1, row[i] instanceof LocalDate date ? Date.valueOf(date) : row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
