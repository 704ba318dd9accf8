package org.ashlar.platform.records.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.OptimisticLockException;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.Attribute;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.DefinedRow;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.LinesAttribute;
import org.ashlar.platform.records.internal.read.Row;
import org.ashlar.platform.records.internal.sql.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads and writes rows of models that are defined as data, by SQL on the connection of the running transaction. What
 * JPA does for entities it does for them: one object per row and transaction, the version as optimistic lock, stamps,
 * audit, owned lines. docs/adr/0013 says why it is not JPA. Thread-safe.
 */
@Component(service = DefinedRows.class)
public final class DefinedRows {

    private final DefaultCatalog catalog;
    private final Database database;
    private final UnitsOfWork units;
    private final LifecycleHooks hooks;

    @Activate
    public DefinedRows(@Reference DefaultCatalog catalog, @Reference Database database, @Reference UnitsOfWork units,
            @Reference LifecycleHooks hooks) {
        this.catalog = catalog;
        this.database = database;
        this.units = units;
        this.hooks = hooks;
    }

    /** The row of this transaction or {@code null}; with {@code lock} held until the transaction ends. */
    public DefinedRow find(EntityModel model, long id, boolean lock) {
        DefinedSession session = session();
        DefinedRow known = session.find(id);
        if (known == null) {
            List<DefinedRow> rows = read(session, model, "id", id, null, lock);
            return rows.isEmpty() || session.gone(id) ? null : rows.get(0);
        }
        if (session.gone(id)) {
            return null;
        }
        if (lock && known.getVersion() != null && known.before() != null) {
            requireVersion(model, known);
        }
        return known;
    }

    /** Writes the new row and its lines with the next flush. */
    public void insert(DefinedRow row) {
        if (row.getId() == null) {
            row.setId(hooks.nextId());
        }
        session().add(row);
    }

    /** Deletes the row and its lines with the next flush. */
    public void remove(DefinedRow row) {
        session().remove(row);
    }

    /** Refuses to delete what a field that is defined as data points to. */
    void requireUnreferred(EntityModel model, long id) {
        DefinedReferences.requireNone(catalog.snapshot(), database, model.id(), id);
    }

    private DefinedSession session() {
        return units.current().part(DefinedSession.class, () -> new DefinedSession(catalog, database, hooks));
    }

    /** Locks the row of an object that is in memory already, and makes sure that it is still the same. */
    private void requireVersion(EntityModel model, DefinedRow row) {
        int version = database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select version from " + model.info().table() + " where id = ?" + forUpdate())) {
                select.setLong(1, row.getId());
                try (ResultSet result = select.executeQuery()) {
                    return result.next() ? result.getInt(1) : -1;
                }
            }
        });
        if (version != row.getVersion()) {
            throw new OptimisticLockException(model.id() + " " + row.getId());
        }
    }

    private String forUpdate() {
        return database.derby() ? " for update with rs" : " for update";
    }

    private List<DefinedRow> read(DefinedSession session, EntityModel model, String column, long id, String orderBy,
            boolean lock) {
        List<FieldInfo> fields = columns(model);
        String sql = "select " + fields.stream().map(FieldInfo::column).collect(Collectors.joining(", ")) + " from "
                + model.info().table() + " where " + column + " = ?" + (orderBy == null ? "" : " order by " + orderBy + ", id")
                + (lock ? forUpdate() : "");
        return database.transaction(connection -> {
            List<DefinedRow> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, id);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        rows.add(row(session, model, fields, result));
                    }
                }
            }
            return rows;
        });
    }

    private DefinedRow row(DefinedSession session, EntityModel model, List<FieldInfo> fields, ResultSet result)
            throws SQLException {
        DefinedRow row = (DefinedRow) model.create();
        for (int i = 0; i < fields.size(); i++) {
            FieldInfo field = fields.get(i);
            Object value = Row.value(result, i + 1, field.type(), database.derby());
            Attribute attribute = model.attribute(field.name());
            attribute.set(row, attribute.type() == Integer.class && value != null ? (Object) ((Long) value).intValue()
                    : value);
        }
        for (LinesAttribute lines : model.lines().values()) {
            row.later(lines.name(), () -> lines(session, row, lines));
        }
        row.stored(model.snapshot(row));
        session.add(row);
        return row;
    }

    private List<BaseEntity> lines(DefinedSession session, DefinedRow owner, LinesAttribute lines) {
        EntityModel line = catalog.snapshot().model(lines.lineModel());
        if (line == null || owner.before() == null) {
            return new ArrayList<>();
        }
        FieldInfo order = line.field(lines.orderBy());
        List<DefinedRow> rows = read(session, line, line.info().parentColumn(), owner.getId(),
                order == null ? null : order.column(), false);
        rows.forEach(r -> line.parent().set(r, owner));
        session.lines(owner, lines.name(), rows);
        return new ArrayList<>(rows);
    }

    /** Columns of the model's own table. */
    static List<FieldInfo> columns(EntityModel model) {
        return model.fields().values().stream().filter(f -> f.extension() == null && f.type() != FieldType.LINES).toList();
    }

    static int execute(Connection connection, String sql, List<Object> values, List<Integer> nullTypes)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                Row.bind(statement, i + 1, values.get(i), nullTypes.get(i));
            }
            return statement.executeUpdate();
        }
    }
}
