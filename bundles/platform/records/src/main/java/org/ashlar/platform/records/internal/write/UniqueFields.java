package org.ashlar.platform.records.internal.write;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Row;
import org.ashlar.platform.records.internal.sql.Database;

/**
 * Finds values that fields defined as data want to be unique in the company and that are taken already, one statement per
 * field. The database's constraint has the last word when two write at once. One call, one thread.
 */
final class UniqueFields {

    private static final int BLOCK = 250;

    private final Database database;
    private final long company;
    private final Map<String, Map<Object, Long>> seen = new HashMap<>();
    private final List<Wanted> block = new ArrayList<>();

    UniqueFields(Database database, long company) {
        this.database = database;
        this.company = company;
    }

    /** One value that must be nobody else's. */
    private record Wanted(FieldInfo field, Object value, BaseEntity owner, Errors errors) {
    }

    /** Adds an error for each taken value of one record. */
    static void check(Database database, long company, EntityModel model, BaseEntity entity, Set<String> changed,
            List<ValueWriter.ExtensionValues> extensions, Errors errors) {
        UniqueFields fields = new UniqueFields(database, company);
        fields.check(fields.wanted(model, entity, changed, extensions, errors));
    }

    /** Collects what one record of a bulk insert wants. */
    void add(EntityModel model, BaseEntity entity, List<ValueWriter.ExtensionValues> extensions, Errors errors) {
        block.addAll(wanted(model, entity, null, extensions, errors));
    }

    /** Checks what was collected. */
    void check() {
        check(block);
        block.clear();
    }

    private List<Wanted> wanted(EntityModel model, BaseEntity entity, Set<String> changed,
            List<ValueWriter.ExtensionValues> extensions, Errors errors) {
        List<Wanted> wanted = new ArrayList<>();
        if (model.defined() != null) {
            for (String name : model.defined().unique()) {
                if (changed == null || changed.contains(name)) {
                    add(wanted, model.field(name), model.attribute(name).get(entity), entity, errors);
                }
            }
        }
        for (ValueWriter.ExtensionValues values : extensions) {
            if (values.part().defined() != null) {
                for (String name : values.part().defined().unique()) {
                    if (values.values().containsKey(name)) {
                        add(wanted, values.part().fields().get(name), values.values().get(name), values.entity(), errors);
                    }
                }
            }
        }
        return wanted;
    }

    private static void add(List<Wanted> wanted, FieldInfo field, Object value, BaseEntity owner, Errors errors) {
        if (field != null && value != null) {
            wanted.add(new Wanted(field, value, owner, errors));
        }
    }

    private void check(List<Wanted> wanted) {
        Map<String, List<Wanted>> byField = new HashMap<>();
        wanted.forEach(w -> byField.computeIfAbsent(w.field().table() + "." + w.field().column(), k -> new ArrayList<>())
                .add(w));
        byField.forEach((key, list) -> {
            Map<Object, Long> taken = seen.computeIfAbsent(key, k -> new HashMap<>());
            for (int from = 0; from < list.size(); from += BLOCK) {
                read(list.subList(from, Math.min(from + BLOCK, list.size())), taken);
            }
            for (Wanted one : list) {
                Object value = comparable(one.value());
                Long owner = taken.get(value);
                if (owner != null && !owner.equals(one.owner().getId())) {
                    one.errors().add(one.field().name(), "platform.value.duplicate", String.valueOf(one.value()));
                } else {
                    // A second new record of the same call with this value comes too late.
                    taken.put(value, one.owner().getId() == null ? Long.valueOf(-1) : one.owner().getId());
                }
            }
        });
    }

    private void read(List<Wanted> list, Map<Object, Long> taken) {
        FieldInfo field = list.get(0).field();
        String sql = "select id, " + field.column() + " from " + field.table() + " where company_id = ? and "
                + field.column() + " in (?" + ", ?".repeat(list.size() - 1) + ")";
        database.any(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, company);
                for (int i = 0; i < list.size(); i++) {
                    Row.bind(select, i + 2, list.get(i).value(), Types.VARCHAR);
                }
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        taken.put(comparable(Row.value(result, 2, field.type(), database.derby())), result.getLong(1));
                    }
                }
            }
            return null;
        });
    }

    private static Object comparable(Object value) {
        return value instanceof java.math.BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    /** Whether a model has anything to check. */
    static boolean has(EntityModel model) {
        return model.defined() != null && !model.defined().unique().isEmpty() || model.extensions().stream()
                .anyMatch(p -> p.defined() != null && !p.defined().unique().isEmpty());
    }
}
