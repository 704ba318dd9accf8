package org.ashlar.platform.records.internal.write;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.SealedText;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.records.internal.catalog.Attribute;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.ExtensionPart;
import org.ashlar.platform.records.internal.catalog.LinesAttribute;
import org.ashlar.platform.records.internal.read.Row;
import org.ashlar.platform.records.internal.sql.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes detached entities with JDBC batches: one for the records, one for each kind of their lines. Thread-safe. */
@Component(service = BatchInsert.class)
public final class BatchInsert {

    private final DefaultCatalog catalog;
    private final Database database;
    private final IdSource ids;
    private final Access access;
    private final Clock clock;

    @Activate
    public BatchInsert(@Reference DefaultCatalog catalog, @Reference Database database, @Reference IdSource ids,
            @Reference Access access, @Reference Clock clock) {
        this.catalog = catalog;
        this.database = database;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    /** A column with the way to its value. */
    private record Bound(String column, int nullType, Attribute attribute, boolean sealed) {
        Object value(BaseEntity entity) {
            Object value = attribute.get(entity);
            return sealed ? SealedText.seal((String) value) : value;
        }
    }

    /** Gives ids to the entities and writes them and their lines. */
    public void insert(EntityModel model, List<BaseEntity> entities) {
        identify(entities);
        write(model, entities, model.parent());
        for (LinesAttribute lines : model.lines().values()) {
            List<BaseEntity> rows = new ArrayList<>();
            for (BaseEntity entity : entities) {
                if (lines.attribute().get(entity) instanceof List<?> list) {
                    list.forEach(l -> rows.add((BaseEntity) l));
                }
            }
            if (!rows.isEmpty()) {
                EntityModel line = catalog.snapshot().model(lines.lineModel());
                identify(rows);
                write(line, rows, line.parent());
            }
        }
    }

    private void identify(List<BaseEntity> entities) {
        for (int from = 0; from < entities.size(); from += IdSource.BLOCK) {
            int to = Math.min(from + IdSource.BLOCK, entities.size());
            long id = ids.block(to - from);
            for (int i = from; i < to; i++) {
                entities.get(i).setId(id++);
            }
        }
    }

    private void write(EntityModel model, List<BaseEntity> entities, Attribute parent) {
        List<Bound> bound = new ArrayList<>();
        for (FieldInfo field : model.fields().values()) {
            if (field.extension() == null && field.type() != FieldType.LINES && !stamped(field.name())) {
                bound.add(new Bound(field.column(), Row.nullType(field.type()), model.attribute(field.name()), field.sealed()));
            }
        }
        String columns = bound.stream().map(Bound::column).collect(Collectors.joining(", "))
                + ", version, created_at, created_by, changed_at, changed_by"
                + (parent == null ? "" : ", " + model.info().parentColumn());
        int count = bound.size() + (parent == null ? 5 : 6);
        String sql = "insert into " + model.info().table() + " (" + columns + ") values (?" + ", ?".repeat(count - 1) + ")";
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long user = access.caller().userId();
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (BaseEntity entity : entities) {
                    int i = 1;
                    for (Bound column : bound) {
                        Row.bind(statement, i++, column.value(entity), column.nullType());
                    }
                    statement.setInt(i++, 0);
                    Row.bind(statement, i++, now, java.sql.Types.TIMESTAMP);
                    statement.setLong(i++, user);
                    Row.bind(statement, i++, now, java.sql.Types.TIMESTAMP);
                    statement.setLong(i++, user);
                    if (parent != null) {
                        statement.setLong(i, ((BaseEntity) parent.get(entity)).getId());
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            return null;
        });
    }

    private static boolean stamped(String field) {
        return switch (field) {
            case "version", "createdAt", "createdBy", "changedAt", "changedBy" -> true;
            default -> false;
        };
    }

    /** Writes rows of an extension by record id; those of fields defined as data know their company. */
    public void insert(ExtensionPart part, Map<Long, Map<String, Object>> rows, long company) {
        List<FieldInfo> fields = List.copyOf(part.fields().values());
        boolean scoped = part.defined() != null;
        String sql = "insert into " + part.table() + " (id, " + (scoped ? "company_id, " : "")
                + fields.stream().map(FieldInfo::column).collect(Collectors.joining(", ")) + ") values (?"
                + ", ?".repeat(scoped ? fields.size() + 1 : fields.size()) + ")";
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Map.Entry<Long, Map<String, Object>> row : rows.entrySet()) {
                    statement.setLong(1, row.getKey());
                    if (scoped) {
                        statement.setLong(2, company);
                    }
                    bind(statement, scoped ? 3 : 2, fields, row.getValue());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            return null;
        });
    }

    private static void bind(PreparedStatement statement, int from, List<FieldInfo> fields, Map<String, Object> values)
            throws SQLException {
        for (int i = 0; i < fields.size(); i++) {
            Row.bind(statement, i + from, values.get(fields.get(i).name()), Row.nullType(fields.get(i).type()));
        }
    }
}
