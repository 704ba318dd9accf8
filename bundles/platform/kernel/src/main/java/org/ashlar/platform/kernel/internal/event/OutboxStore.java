package org.ashlar.platform.kernel.internal.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;

/** Table {@code platform_outbox}. Rows are written in the publishing transaction and marked outside of it. */
final class OutboxStore {

    /** Ids per marking statement; fixed, so that the database knows the statement. */
    private static final int CHUNK = 32;

    private final Jdbc jdbc;

    OutboxStore(DataSource source) {
        jdbc = new Jdbc(source);
    }

    void insert(List<OutboxRow> rows) {
        jdbc.batch("INSERT INTO platform_outbox (id, topic, event_type, company_id, published_at, payload)"
                + " VALUES (?, ?, ?, ?, ?, ?)", rows.stream().map(r -> new Object[] {
                    r.id(), r.topic(), r.type(), r.companyId(), r.publishedAt(), r.payload()}).toList());
    }

    void markDelivered(List<Long> ids, Instant at) {
        String sql = "UPDATE platform_outbox SET delivered_at = ? WHERE id IN ("
                + IntStream.range(0, CHUNK).mapToObj(i -> "?").collect(Collectors.joining(", ")) + ")";
        for (int from = 0; from < ids.size(); from += CHUNK) {
            Object[] arguments = new Object[CHUNK + 1];
            List<Long> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            Arrays.fill(arguments, chunk.get(0));
            arguments[0] = at;
            for (int i = 0; i < chunk.size(); i++) {
                arguments[i + 1] = chunk.get(i);
            }
            jdbc.update(sql, arguments);
        }
    }

    /** Undelivered rows published before then, oldest first, at most {@code limit}. */
    List<OutboxRow> undelivered(Instant before, int limit) {
        return jdbc.query("SELECT id, topic, event_type, company_id, published_at, payload FROM platform_outbox"
                + " WHERE delivered_at IS NULL AND published_at < ? ORDER BY id FETCH FIRST " + limit + " ROWS ONLY",
                OutboxStore::row, before);
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        return new OutboxRow(row.getLong("id"), row.getString("topic"), row.getString("event_type"), row.getLong("company_id"),
                Jdbc.instant(row, "published_at"), null, row.getString("payload"));
    }

    /** One row. */
    Optional<OutboxRow> find(long id) {
        return jdbc.first("SELECT id, topic, event_type, company_id, published_at, payload FROM platform_outbox WHERE id = ?",
                OutboxStore::row, id);
    }

    /** Deletes rows delivered before then. */
    int purge(Instant before) {
        return jdbc.update("DELETE FROM platform_outbox WHERE delivered_at < ?", before);
    }
}
