package org.ashlar.platform.records.internal.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.persistence.OptimisticLockException;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.DefinedRow;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.LinesAttribute;
import org.ashlar.platform.records.internal.read.Row;
import org.ashlar.platform.records.internal.sql.Database;

/** The rows of defined models that one transaction has in its hands. One thread. */
final class DefinedSession implements UnitOfWork.Part {

    private static final EntityLifecycle STAMPS = new EntityLifecycle();

    private final DefaultCatalog catalog;
    private final Database database;
    private final LifecycleHooks hooks;
    private final Map<Long, DefinedRow> rows = new LinkedHashMap<>();
    private final Map<Long, Map<String, List<DefinedRow>>> storedLines = new HashMap<>();
    private final Set<Long> removed = new HashSet<>();

    DefinedSession(DefaultCatalog catalog, Database database, LifecycleHooks hooks) {
        this.catalog = catalog;
        this.database = database;
        this.hooks = hooks;
    }

    DefinedRow find(long id) {
        return rows.get(id);
    }

    boolean gone(long id) {
        return removed.contains(id);
    }

    void add(DefinedRow row) {
        rows.put(row.getId(), row);
    }

    void remove(DefinedRow row) {
        removed.add(row.getId());
        rows.put(row.getId(), row);
    }

    /** Remembers which lines the database has, so that the missing ones can be deleted. */
    void lines(DefinedRow owner, String field, List<DefinedRow> lines) {
        storedLines.computeIfAbsent(owner.getId(), k -> new HashMap<>()).put(field, List.copyOf(lines));
    }

    @Override
    public void flush() {
        for (DefinedRow row : List.copyOf(rows.values())) {
            EntityModel model = catalog.snapshot().of(row);
            if (model == null || model.line()) {
                continue;
            }
            if (removed.contains(row.getId())) {
                delete(model, row);
            } else {
                save(model, row);
            }
        }
    }

    private void save(EntityModel model, DefinedRow row) {
        if (row.before() == null) {
            insert(model, row);
        } else if (row.touched() || differs(model, row)) {
            update(model, row);
        }
        for (LinesAttribute lines : model.lines().values()) {
            if (row.loaded(lines.name())) {
                save(row, lines);
            }
        }
    }

    private void save(DefinedRow owner, LinesAttribute lines) {
        EntityModel line = catalog.snapshot().model(lines.lineModel());
        if (line == null || !(lines.attribute().get(owner) instanceof List<?> present)) {
            return;
        }
        Set<Object> kept = new HashSet<>(present);
        for (DefinedRow stored : storedLines.getOrDefault(owner.getId(), Map.of()).getOrDefault(lines.name(), List.of())) {
            if (!kept.contains(stored)) {
                delete(line, stored);
            }
        }
        List<DefinedRow> now = new ArrayList<>();
        for (Object item : present) {
            DefinedRow row = (DefinedRow) item;
            if (row.getId() == null) {
                row.setId(hooks.nextId());
            }
            save(line, row);
            rows.put(row.getId(), row);
            now.add(row);
        }
        lines(owner, lines.name(), now);
    }

    private static boolean differs(EntityModel model, DefinedRow row) {
        Object[] now = model.snapshot(row);
        Object[] before = row.before();
        if (now.length != before.length) {
            return true;
        }
        for (int i = 0; i < now.length; i++) {
            if (!Objects.equals(now[i], before[i])) {
                return true;
            }
        }
        return false;
    }

    private void insert(EntityModel model, DefinedRow row) {
        STAMPS.beforeInsert(row);
        set(model, row, "version", 0);
        List<FieldInfo> fields = DefinedRows.columns(model);
        StringBuilder columns = new StringBuilder();
        List<Object> values = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        for (FieldInfo field : fields) {
            columns.append(columns.isEmpty() ? "" : ", ").append(field.column());
            add(model.attribute(field.name()).get(row), field, values, types);
        }
        if (model.line()) {
            columns.append(", ").append(model.info().parentColumn());
            values.add(((BaseEntity) model.parent().get(row)).getId());
            types.add(Types.BIGINT);
        }
        String sql = "insert into " + model.info().table() + " (" + columns + ") values (?"
                + ", ?".repeat(values.size() - 1) + ")";
        database.transaction(connection -> DefinedRows.execute(connection, sql, values, types));
        row.stored(model.snapshot(row));
        hooks.inserted(row);
    }

    private void update(EntityModel model, DefinedRow row) {
        int version = row.getVersion();
        Object[] before = row.before();
        set(model, row, "version", version + 1);
        set(model, row, "changedAt", hooks.now());
        set(model, row, "changedBy", hooks.userId());
        StringBuilder columns = new StringBuilder();
        List<Object> values = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        for (FieldInfo field : DefinedRows.columns(model)) {
            if (!fixed(field.name())) {
                columns.append(columns.isEmpty() ? "" : ", ").append(field.column()).append(" = ?");
                add(model.attribute(field.name()).get(row), field, values, types);
            }
        }
        values.add(row.getId());
        types.add(Types.BIGINT);
        values.add(version);
        types.add(Types.INTEGER);
        String sql = "update " + model.info().table() + " set " + columns + " where id = ? and version = ?";
        if (database.transaction(connection -> DefinedRows.execute(connection, sql, values, types)) == 0) {
            throw new OptimisticLockException(model.id() + " " + row.getId());
        }
        row.stored(model.snapshot(row));
        hooks.updated(row, before);
    }

    private void delete(EntityModel model, DefinedRow row) {
        if (row.before() == null) {
            rows.remove(row.getId());
            return;
        }
        for (LinesAttribute lines : model.lines().values()) {
            lines.attribute().get(row);
            EntityModel line = catalog.snapshot().model(lines.lineModel());
            storedLines.getOrDefault(row.getId(), Map.of()).getOrDefault(lines.name(), List.of())
                    .forEach(l -> delete(line, l));
        }
        List<Object> key = List.of(row.getId(), row.getVersion());
        String sql = "delete from " + model.info().table() + " where id = ? and version = ?";
        if (database.transaction(c -> DefinedRows.execute(c, sql, key, List.of(Types.BIGINT, Types.INTEGER))) == 0) {
            throw new OptimisticLockException(model.id() + " " + row.getId());
        }
        Object[] before = row.before();
        row.stored(null);
        removed.add(row.getId());
        hooks.deleted(row, before);
    }

    private static void add(Object value, FieldInfo field, List<Object> values, List<Integer> types) {
        values.add(value);
        types.add(Row.nullType(field.type()));
    }

    private static void set(EntityModel model, DefinedRow row, String name, Object value) {
        model.attribute(name).set(row, value);
    }

    private static boolean fixed(String name) {
        return switch (name) {
            case "id", "companyId", "createdAt", "createdBy" -> true;
            default -> false;
        };
    }
}
