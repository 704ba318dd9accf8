package org.ashlar.platform.records.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.ExtensionPart;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables of one statement: the model's own, extensions and models behind references, each joined once. */
final class Joins {

    /** References that a path may follow. */
    static final int MAX_DEPTH = 3;

    private final Visibility visibility;
    private final boolean derby;
    private final List<Conditions.Value> values;
    private final EntityModel root;
    private final String prefix;
    private final Table<Record> from;
    private final List<Join> joins = new ArrayList<>();
    private final Map<String, Alias> aliases = new HashMap<>();
    private final Set<String> followed = new LinkedHashSet<>();

    /** {@code values}: where the values of the statement are collected. */
    Joins(Visibility visibility, EntityModel root, String prefix, List<Conditions.Value> values, boolean derby) {
        this(visibility, root, prefix, DSL.table(DSL.name(root.info().table())).as(prefix + "0"), values, derby);
    }

    /** For conditions on a table that another statement has joined already. */
    Joins(Visibility visibility, EntityModel root, Table<Record> from, List<Conditions.Value> values, boolean derby) {
        this(visibility, root, "", from, values, derby);
    }

    private Joins(Visibility visibility, EntityModel root, String prefix, Table<Record> from,
            List<Conditions.Value> values, boolean derby) {
        this.visibility = visibility;
        this.root = root;
        this.prefix = prefix;
        this.from = from;
        this.values = values;
        this.derby = derby;
        aliases.put("", new Alias(from, root));
    }

    private record Alias(Table<Record> table, EntityModel model) {
    }

    private record Join(Table<Record> table, Condition on) {
    }

    /**
     * A column.
     *
     * @param field for the statement, {@code null} if a module on the way is not installed
     * @param info what it is
     * @param model model that has it
     */
    record Column(Field<Object> field, FieldInfo info, EntityModel model) {
    }

    /**
     * The text that stands for a record.
     *
     * @param column where it is
     * @param models models that the caller must be able to read to see it
     */
    record Label(Column column, List<EntityModel> models) {
    }

    List<Conditions.Value> values() {
        return values;
    }

    Visibility visibility() {
        return visibility;
    }

    /** What record rules ask of the root's records for reading. */
    Condition readable() {
        return new RowFilter(visibility, derby, values).on(root, Visibility.readPermission(root), from, true);
    }

    /** As {@link #readable} for another permission. */
    Condition permitted(String permission) {
        return new RowFilter(visibility, derby, values).on(root, permission, from, true);
    }

    /** What record rules ask of lines whose owner was read already. */
    Condition readableLines() {
        return new RowFilter(visibility, derby, values).on(root, Visibility.readPermission(root), from, false);
    }

    EntityModel root() {
        return root;
    }

    /** Models whose fields (not only labels) were reached through references. */
    Set<String> followed() {
        return followed;
    }

    Table<?> tables() {
        Table<?> all = from;
        for (Join join : joins) {
            all = all.leftJoin(join.table()).on(join.on());
        }
        return all;
    }

    /** A column of the root's own table. */
    Field<Object> own(String column) {
        return column(from, column, SQLDataType.OTHER);
    }

    /** A column by path whose value the caller may know; {@code null} if there is none. */
    Column resolve(String path) {
        return resolve(path, false);
    }

    /** A column by path for the answer, perhaps to be masked; {@code null} if there is none. */
    Column shown(String path) {
        return resolve(path, true);
    }

    private Column resolve(String path, boolean masked) {
        String at = "";
        String rest = path;
        int depth = 0;
        while (true) {
            Alias alias = aliases.get(at);
            int dot = rest.indexOf('.');
            FieldInfo info = alias.model().field(dot < 0 ? rest : rest.substring(0, dot));
            boolean last = dot < 0;
            if (info == null || info.type() == FieldType.LINES || !(masked && last
                    ? visibility.shown(alias.model(), info) : visibility.readable(alias.model(), info))) {
                return null;
            }
            if (last) {
                return new Column(column(at, alias, info), info, alias.model());
            }
            if (info.type() != FieldType.REF || ++depth > MAX_DEPTH) {
                return null;
            }
            String next = at.isEmpty() ? info.name() : at + "." + info.name();
            if (!follow(next, at, alias, info)) {
                return new Column(null, info, alias.model());
            }
            followed.add(info.target());
            at = next;
            rest = rest.substring(dot + 1);
        }
    }

    /** The text that stands for the record behind a reference; {@code null} if its module is away or it is not shown. */
    Label label(String path) {
        String at = path;
        List<EntityModel> models = new ArrayList<>();
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            int dot = at.lastIndexOf('.');
            String owner = dot < 0 ? "" : at.substring(0, dot);
            Alias alias = aliases.get(owner);
            FieldInfo info = alias == null ? null : alias.model().field(at.substring(dot + 1));
            if (info == null || !follow(at, owner, alias, info)) {
                return null;
            }
            Alias target = aliases.get(at);
            models.add(target.model());
            FieldInfo label = target.model().field(target.model().info().label());
            if (label == null || !visibility.readable(target.model(), label)) {
                return null;
            }
            if (label.type() != FieldType.REF) {
                return new Label(new Column(column(at, target, label), label, target.model()), models);
            }
            at = at + "." + label.name();
        }
        return null;
    }

    private boolean follow(String path, String ownerPath, Alias owner, FieldInfo ref) {
        if (aliases.containsKey(path)) {
            return true;
        }
        EntityModel target = visibility.snapshot().model(ref.target());
        if (target == null) {
            return false;
        }
        // Before the table is named: the reference may stand in an extension's table, which is then joined first.
        Field<Object> reference = column(ownerPath, owner, ref);
        Table<Record> table = DSL.table(DSL.name(target.info().table())).as(prefix + (joins.size() + 1));
        Condition on = column(table, "id", SQLDataType.OTHER).eq(reference);
        if (target.info().companyScoped()) {
            on = on.and(company(table));
        }
        on = on.and(new RowFilter(visibility, derby, values).on(target, Visibility.readPermission(target), table, true));
        joins.add(new Join(table, on));
        aliases.put(path, new Alias(table, target));
        return true;
    }

    private Field<Object> column(String path, Alias alias, FieldInfo info) {
        if (info.extension() == null) {
            return column(alias.table(), info.column(), type(info));
        }
        String key = path + "+" + info.table();
        Alias extension = aliases.get(key);
        if (extension == null) {
            Table<Record> table = DSL.table(DSL.name(info.table())).as(prefix + (joins.size() + 1));
            joins.add(new Join(table, column(table, "id", SQLDataType.OTHER)
                    .eq(column(alias.table(), "id", SQLDataType.OTHER))));
            extension = new Alias(table, alias.model());
            aliases.put(key, extension);
        }
        return column(extension.table(), info.column(), type(info));
    }

    Condition company() {
        return company(from);
    }

    private static Condition company(Table<Record> table) {
        return column(table, "company_id", SQLDataType.OTHER).eq(param(Slot.COMPANY, SQLDataType.BIGINT));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Field<Object> column(Table<Record> table, String name, DataType<?> type) {
        return (Field) DSL.field(DSL.name(table.getName(), name), type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Param<Object> param(String name, DataType<?> type) {
        return (Param) DSL.param(name, type);
    }

    static DataType<?> type(FieldInfo info) {
        return switch (info.type()) {
            case TEXT, ENUM -> SQLDataType.VARCHAR;
            case INTEGER, REF -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.NUMERIC;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case INSTANT -> SQLDataType.LOCALDATETIME;
            case LINES -> SQLDataType.OTHER;
        };
    }

    /** Extensions that bring fields into the default answer. */
    List<ExtensionPart> extensions() {
        return root.extensions();
    }
}
