package org.ashlar.platform.records.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.ExtensionPart;
import org.ashlar.platform.records.internal.read.Row;
import org.ashlar.platform.records.internal.sql.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of side tables that hold fields defined as data. Thread-safe. */
@Component(service = DefinedFieldRows.class)
public final class DefinedFieldRows {

    private final Database database;

    @Activate
    public DefinedFieldRows(@Reference Database database) {
        this.database = database;
    }

    /** Values as they are in the database, {@code null} if the record has no row. */
    Map<String, Object> read(ExtensionPart part, long id, Iterable<String> names) {
        List<FieldInfo> fields = new ArrayList<>();
        names.forEach(n -> fields.add(part.fields().get(n)));
        String sql = "select " + fields.stream().map(FieldInfo::column).collect(Collectors.joining(", ")) + " from "
                + part.table() + " where id = ?";
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, id);
                try (ResultSet result = select.executeQuery()) {
                    if (!result.next()) {
                        return null;
                    }
                    Map<String, Object> values = new LinkedHashMap<>();
                    for (int i = 0; i < fields.size(); i++) {
                        values.put(fields.get(i).name(),
                                Row.value(result, i + 1, fields.get(i).type(), database.derby()));
                    }
                    return values;
                }
            }
        });
    }

    void insert(ExtensionPart part, BaseEntity base, Map<String, Object> values) {
        List<Object> bound = new ArrayList<>(List.of(base.getId(), base.getCompanyId()));
        List<Integer> types = new ArrayList<>(List.of(Types.BIGINT, Types.BIGINT));
        StringBuilder columns = new StringBuilder("id, company_id");
        values.forEach((name, value) -> {
            FieldInfo field = part.fields().get(name);
            columns.append(", ").append(field.column());
            bound.add(value);
            types.add(Row.nullType(field.type()));
        });
        execute("insert into " + part.table() + " (" + columns + ") values (?" + ", ?".repeat(bound.size() - 1) + ")",
                bound, types);
    }

    void update(ExtensionPart part, long id, Map<String, Object> values) {
        List<Object> bound = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        StringBuilder columns = new StringBuilder();
        values.forEach((name, value) -> {
            FieldInfo field = part.fields().get(name);
            columns.append(columns.isEmpty() ? "" : ", ").append(field.column()).append(" = ?");
            bound.add(value);
            types.add(Row.nullType(field.type()));
        });
        bound.add(id);
        types.add(Types.BIGINT);
        execute("update " + part.table() + " set " + columns + " where id = ?", bound, types);
    }

    void delete(ExtensionPart part, long id) {
        execute("delete from " + part.table() + " where id = ?", List.of(id), List.of(Types.BIGINT));
    }

    private void execute(String sql, List<Object> values, List<Integer> types) {
        database.transaction(connection -> DefinedRows.execute(connection, sql, values, types));
    }
}
