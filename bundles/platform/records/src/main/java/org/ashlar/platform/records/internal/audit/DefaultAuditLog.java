package org.ashlar.platform.records.internal.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.records.internal.sql.Database;
import org.ashlar.platform.records.internal.store.Change;
import org.ashlar.platform.records.internal.store.Change.FieldChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes and search of the audit log. */
@Component
public final class DefaultAuditLog implements AuditLog {

    private static final int MOST = 1_000;

    private final Database database;
    private final AuditTrail trail;
    private final Access access;
    private final VisibleEntries visible;

    @Activate
    public DefaultAuditLog(@Reference Database database, @Reference AuditTrail trail, @Reference Access access,
            @Reference VisibleEntries visible) {
        this.database = database;
        this.trail = trail;
        this.access = access;
        this.visible = visible;
    }

    @Override
    public void note(String model, long recordId, String kind, Map<String, Object> details) {
        if (!database.inTransaction()) {
            throw new IllegalStateException("Notes enter the log inside a transaction");
        }
        List<FieldChange> fields = details.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(e -> new FieldChange(e.getKey(), null, e.getValue())).toList();
        long company = access.bound() ? access.caller().companyId() : 0;
        trail.write(List.of(new Change(model, recordId, company, kind, model, recordId, fields)));
    }

    @Override
    public List<Entry> find(Search search) {
        access.require("platform.auditEntry.read");
        Conditions conditions = new Conditions(access.caller().companyId());
        conditions.text("a.login = ?", search.login());
        conditions.model(search.model());
        conditions.number("a.root_id = ?", search.recordId());
        conditions.text("a.kind = ?", search.kind());
        conditions.text("a.channel = ?", search.channel());
        conditions.text("a.changes like ?", search.field() == null || search.field().isBlank() ? null
                : "%{\"field\":\"" + search.field().replaceAll("[^A-Za-z0-9_]", "") + "\",%");
        conditions.instant("a.at_time >= ?", search.from());
        conditions.instant("a.at_time < ?", search.to());
        long offset = Math.max(0, search.offset());
        int limit = Math.max(1, Math.min(MOST, search.limit()));
        return visible.of(database.any(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select " + AuditContent.COLUMNS
                    + " from platform_audit a where " + conditions.sql + " order by a.at_time desc, a.id desc offset "
                    + offset + " rows fetch next " + limit + " rows only")) {
                for (int i = 0; i < conditions.values.size(); i++) {
                    Object value = conditions.values.get(i);
                    if (value instanceof Instant instant) {
                        query.setTimestamp(i + 1, Timestamp.from(instant), AuditContent.utc());
                    } else {
                        query.setObject(i + 1, value);
                    }
                }
                try (ResultSet rows = query.executeQuery()) {
                    List<Entry> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(entry(AuditContent.read(rows, 1)));
                    }
                    return found;
                }
            }
        }));
    }

    private static Entry entry(AuditContent row) {
        return new Entry(row.id(), row.at(), row.userId(), row.login(), row.companyId(), row.channel(), row.address(),
                row.model(), row.recordId(), row.rootModel(), row.rootId(), row.kind(), row.changes(), row.requestId());
    }

    /** What was asked for, as SQL with values. */
    private static final class Conditions {

        private final StringBuilder sql = new StringBuilder("(a.company_id = ? or a.company_id = 0)");
        private final List<Object> values = new ArrayList<>();

        Conditions(long company) {
            values.add(company);
        }

        void text(String condition, String value) {
            if (value != null && !value.isBlank()) {
                sql.append(" and ").append(condition);
                values.add(value.trim());
            }
        }

        void model(String model) {
            if (model != null && !model.isBlank()) {
                sql.append(" and (a.model = ? or a.root_model = ?)");
                values.add(model.trim());
                values.add(model.trim());
            }
        }

        void number(String condition, long value) {
            if (value != 0) {
                sql.append(" and ").append(condition);
                values.add(value);
            }
        }

        void instant(String condition, Instant value) {
            if (value != null) {
                sql.append(" and ").append(condition);
                values.add(value);
            }
        }
    }
}
