package org.ashlar.platform.transfer.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.record.Sql;
import org.jooq.SQLDialect;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which record a row of a source became, so that importing again adds nothing and later files can refer to it. The
 * primary key also stops two imports of the same file that run at once. Thread-safe.
 */
@Component(service = ExternalIds.class)
public final class ExternalIds {

    private final Sql sql;

    /** Used by DS. */
    @Activate
    public ExternalIds(@Reference Sql sql) {
        this.sql = sql;
    }

    /** Record ids of the known keys: one statement, on Derby one prepared probe per key. */
    public Map<String, Long> find(long company, String source, String model, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return sql.inTransaction(db -> db.connectionResult(c -> db.family() == SQLDialect.DERBY
                ? probe(c, company, source, model, keys) : join(c, company, source, model, keys)));
    }

    /**
     * One index probe per key inside one statement. A plain IN list would do as well, but the planner of PostgreSQL reads
     * all keys of the source for it: without statistics it expects hardly any.
     */
    private static Map<String, Long> join(Connection connection, long company, String source, String model,
            Collection<String> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select k.external_key, e.record_id"
                + " from unnest(?) as k(external_key) cross join lateral (select i.record_id from platform_external_id i"
                + " where i.company_id = ? and i.source = ? and i.model = ? and i.external_key = k.external_key limit 1) e")) {
            select.setArray(1, connection.createArrayOf("varchar", Set.copyOf(keys).toArray()));
            select.setLong(2, company);
            select.setString(3, source);
            select.setString(4, model);
            Map<String, Long> found = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getLong(2));
                }
            }
            return found;
        }
    }

    /** Derby reads the whole index for a long IN list. */
    private static Map<String, Long> probe(Connection connection, long company, String source, String model,
            Collection<String> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select record_id from platform_external_id"
                + " where company_id = ? and source = ? and model = ? and external_key = ?")) {
            select.setLong(1, company);
            select.setString(2, source);
            select.setString(3, model);
            Map<String, Long> found = new HashMap<>();
            for (String key : Set.copyOf(keys)) {
                select.setString(4, key);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        found.put(key, row.getLong(1));
                    }
                }
            }
            return found;
        }
    }

    /** Remembers what the keys became, one batch. */
    public void add(long company, String source, String model, List<Map.Entry<String, Long>> entries) {
        if (entries.isEmpty()) {
            return;
        }
        sql.inTransaction(db -> db.connectionResult(c -> {
            try (PreparedStatement insert = c.prepareStatement("insert into platform_external_id"
                    + " (company_id, source, model, external_key, record_id) values (?, ?, ?, ?, ?)")) {
                insert.setLong(1, company);
                insert.setString(2, source);
                insert.setString(3, model);
                for (Map.Entry<String, Long> entry : entries) {
                    insert.setString(4, entry.getKey());
                    insert.setLong(5, entry.getValue());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        }));
    }
}
