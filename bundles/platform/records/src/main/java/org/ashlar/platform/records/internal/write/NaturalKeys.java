package org.ashlar.platform.records.internal.write;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Row;
import org.ashlar.platform.records.internal.sql.Database;

/** Finds rows whose natural key exists already, in the database or earlier in the same call. One call, one thread. */
final class NaturalKeys {

    private final List<FieldInfo> fields = new ArrayList<>();
    private final EntityModel model;
    private final Database database;
    private final long company;
    private final Set<String> seen = new HashSet<>();

    NaturalKeys(EntityModel model, Database database, long company) {
        this.model = model;
        this.database = database;
        this.company = company;
        for (String name : model.info().naturalKey()) {
            FieldInfo field = model.field(name);
            if (field != null && model.attribute(name) != null) {
                fields.add(field);
            }
        }
    }

    /** Positions whose key is taken; keys of the others are remembered. */
    Set<Integer> taken(List<BaseEntity> entities) {
        if (fields.isEmpty()) {
            return Set.of();
        }
        Set<String> stored = stored(entities);
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < entities.size(); i++) {
            String key = key(entities.get(i));
            if (key != null && (stored.contains(key) || !seen.add(key))) {
                taken.add(i);
            }
        }
        return taken;
    }

    private Set<String> stored(List<BaseEntity> entities) {
        // Derby reads the company's whole index for a list of values, but finds single keys at once.
        return database.derby() ? storedOneByOne(entities) : storedTogether(entities);
    }

    private Set<String> storedOneByOne(List<BaseEntity> entities) {
        String sql = "select " + columns() + " from " + model.info().table() + " where company_id = ?"
                + fields.stream().map(f -> " and " + f.column() + " = ?").collect(Collectors.joining());
        return database.any(connection -> {
            Set<String> keys = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, company);
                for (BaseEntity entity : entities) {
                    if (key(entity) != null) {
                        for (int f = 0; f < fields.size(); f++) {
                            Row.bind(statement, f + 2, model.attribute(fields.get(f).name()).get(entity), Types.VARCHAR);
                        }
                        collect(statement, keys);
                    }
                }
            }
            return keys;
        });
    }

    /** Looks up by the most telling key field only and compares the rest in memory: one plain statement for any key. */
    private Set<String> storedTogether(List<BaseEntity> entities) {
        FieldInfo leading = leading(entities);
        List<Object> values = entities.stream().map(e -> model.attribute(leading.name()).get(e)).filter(Objects::nonNull)
                .distinct().toList();
        if (values.isEmpty()) {
            return Set.of();
        }
        String sql = "select " + columns() + " from " + model.info().table() + " where company_id = ? and "
                + leading.column() + " in (?" + ", ?".repeat(values.size() - 1) + ")";
        return database.any(connection -> {
            Set<String> keys = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, company);
                for (int i = 0; i < values.size(); i++) {
                    Row.bind(statement, i + 2, values.get(i), Types.VARCHAR);
                }
                collect(statement, keys);
            }
            return keys;
        });
    }

    private String columns() {
        return fields.stream().map(FieldInfo::column).collect(Collectors.joining(", "));
    }

    private void collect(PreparedStatement statement, Set<String> keys) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                StringBuilder key = new StringBuilder();
                for (int f = 0; f < fields.size(); f++) {
                    append(key, Row.value(result, f + 1, fields.get(f).type(), database.derby()));
                }
                keys.add(key.toString());
            }
        }
    }

    /** The field with most different values makes the narrowest look-up. */
    private FieldInfo leading(List<BaseEntity> entities) {
        FieldInfo best = fields.get(0);
        int most = -1;
        for (FieldInfo field : fields) {
            int different = (int) entities.stream().map(e -> model.attribute(field.name()).get(e)).distinct().count();
            if (different > most) {
                most = different;
                best = field;
            }
        }
        return best;
    }

    private String key(BaseEntity entity) {
        StringBuilder key = new StringBuilder();
        for (FieldInfo field : fields) {
            Object value = model.attribute(field.name()).get(entity);
            if (value == null) {
                // The database's unique constraint lets rows without a value pass.
                return null;
            }
            append(key, value);
        }
        return key.toString();
    }

    private static void append(StringBuilder key, Object value) {
        String text = value instanceof BigDecimal decimal ? decimal.stripTrailingZeros().toPlainString()
                : value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
        key.append(text.length()).append(':').append(text);
    }
}
