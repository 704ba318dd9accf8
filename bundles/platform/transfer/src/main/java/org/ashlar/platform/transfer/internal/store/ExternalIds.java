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
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which record a row of a source became, so that importing again adds nothing and later files can refer to it. The
 * primary key also stops two imports of the same file that run at once. Thread-safe.
 */
@Component(service = ExternalIds.class)
public final class ExternalIds {

    private static final Field<String> KEY = DSL.field("external_key", SQLDataType.VARCHAR(255));
    private static final Field<Long> RECORD = DSL.field("record_id", SQLDataType.BIGINT);

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
        return sql.inTransaction(db -> {
            if (db.family() == SQLDialect.DERBY) {
                return db.connectionResult(c -> probe(c, company, source, model, keys));
            }
            Map<String, Long> found = new HashMap<>();
            db.select(KEY, RECORD).from("platform_external_id")
                    .where(DSL.field("company_id", Long.class).eq(company))
                    .and(DSL.field("source", String.class).eq(source))
                    .and(DSL.field("model", String.class).eq(model)).and(KEY.in(keys))
                    .forEach(r -> found.put(r.value1(), r.value2()));
            return found;
        });
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
        sql.inTransaction(db -> {
            var batch = db.batch("insert into platform_external_id (company_id, source, model, external_key, record_id)"
                    + " values (?, ?, ?, ?, ?)");
            entries.forEach(e -> batch.bind(company, source, model, e.getKey(), e.getValue()));
            return batch.execute();
        });
    }
}
