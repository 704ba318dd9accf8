package org.ashlar.platform.records.internal.bin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.records.internal.bin.StoredRows.Content;
import org.ashlar.platform.records.internal.bin.StoredRows.Table;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.sql.Database;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps a record that is about to be deleted: its row, its lines and its extension rows as they stand in the database, so
 * that it serves models with entity classes and those defined as data alike. Thread-safe.
 */
@Component(service = BinKeeper.class)
public final class BinKeeper {

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 3_650;
    private static final int LABEL = 500;

    private final DefaultCatalog catalog;
    private final Database database;
    private final Access access;
    private final Settings settings;
    private final IdSource ids;
    private final Clock clock;

    @Activate
    public BinKeeper(@Reference DefaultCatalog catalog, @Reference Database database, @Reference Access access,
            @Reference Settings settings, @Reference IdSource ids, @Reference Clock clock) {
        this.catalog = catalog;
        this.database = database;
        this.access = access;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Called inside the deleting transaction, before anything is gone. */
    public void keep(EntityModel model, BaseEntity entity) {
        long days = days();
        if (days == 0) {
            return;
        }
        database.flush();
        database.transaction(connection -> {
            List<Table> tables = new ArrayList<>();
            collect(connection, model, StoredRows.select(connection, model.info().table(), "id", entity.getId()), tables);
            if (!tables.isEmpty() && !mayHoldSecrets(model, tables.get(0).rows().get(0).keySet())) {
                insert(connection, model, entity, new Content(tables), days);
            }
            return null;
        });
    }

    private long days() {
        return Math.min(MOST_DAYS, settings.number("recycleBin.days", DAYS));
    }

    /** Hashes and keys of the platform's own models stay where they are: a revoked token must not come back. */
    private static boolean mayHoldSecrets(EntityModel model, Set<String> columns) {
        if (!model.id().startsWith("platform.")) {
            return false;
        }
        Set<String> known = new HashSet<>();
        for (FieldInfo field : model.fields().values()) {
            if (field.hidden()) {
                return true;
            }
            if (field.column() != null) {
                known.add(field.column());
            }
        }
        return !known.containsAll(columns);
    }

    private void collect(Connection connection, EntityModel model, List<Map<String, String>> rows, List<Table> tables)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        tables.add(new Table(model.info().table(), model.id(), rows));
        Set<String> beside = new LinkedHashSet<>();
        for (FieldInfo field : model.fields().values()) {
            if (field.extension() != null && field.table() != null && !field.table().equals(model.info().table())) {
                beside.add(field.table());
            }
        }
        for (Map<String, String> row : rows) {
            long id = Long.parseLong(row.get("id"));
            for (String table : beside) {
                List<Map<String, String>> extra = StoredRows.select(connection, table, "id", id);
                if (!extra.isEmpty()) {
                    tables.add(new Table(table, model.id(), extra));
                }
            }
            for (FieldInfo field : model.fields().values()) {
                EntityModel line = field.type() == FieldType.LINES ? catalog.snapshot().model(field.target()) : null;
                if (line != null && line.info().parentColumn() != null) {
                    collect(connection, line, StoredRows.select(connection, line.info().table(), line.info().parentColumn(), id),
                            tables);
                }
            }
        }
    }

    private void insert(Connection connection, EntityModel model, BaseEntity entity, Content content, long days)
            throws SQLException {
        Caller caller = access.caller();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        FieldInfo label = model.field(model.info().label());
        String text = label == null || label.column() == null ? null
                : content.tables().get(0).rows().get(0).get(label.column().toLowerCase(java.util.Locale.ROOT));
        try (PreparedStatement insert = connection.prepareStatement("insert into platform_recycle_bin (id, company_id, model,"
                + " record_id, label, deleted_at, deleted_by, login, until_time, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int i = 1;
            insert.setLong(i++, ids.next());
            insert.setLong(i++, entity.getCompanyId() == null ? 0 : entity.getCompanyId());
            insert.setString(i++, model.id());
            insert.setLong(i++, entity.getId());
            insert.setString(i++, text == null || text.length() <= LABEL ? text : text.substring(0, LABEL));
            insert.setTimestamp(i++, Timestamp.from(now), StoredRows.utc());
            insert.setLong(i++, caller.userId());
            insert.setString(i++, caller.login());
            insert.setTimestamp(i++, Timestamp.from(now.plus(Duration.ofDays(days))), StoredRows.utc());
            insert.setString(i, StoredRows.write(content));
            insert.executeUpdate();
        }
    }
}
