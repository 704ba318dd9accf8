package org.ashlar.platform.records.internal.read;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Groups;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Joins.Column;
import org.ashlar.platform.records.internal.sql.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RenderContext;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Groups and measures. The database groups by field values and days; buckets longer than a day are folded here, because
 * weeks and quarters are not SQL that all databases share. Thread-safe.
 */
@Component(service = {GroupReader.class, Groups.class})
public final class GroupReader implements Groups {

    private static final int MAX_KEYS = 4;
    private static final int MAX_ROWS = 100_000;
    private static final int MAX_GROUPS = 10_000;

    private final DefaultCatalog catalog;
    private final Database database;
    private final Access access;
    private final RecordReader reader;

    @Activate
    public GroupReader(@Reference DefaultCatalog catalog, @Reference Database database, @Reference Access access,
            @Reference RecordReader reader) {
        this.reader = reader;
        this.catalog = catalog;
        this.database = database;
        this.access = access;
    }

    /** One query on its way. */
    private static final class Work {
        private final List<GroupKey> keys;
        private final List<Measure> measures;
        private final List<Field<?>> grouped = new ArrayList<>();
        private final List<SelectFieldOrAsterisk> selected = new ArrayList<>();
        private final List<FieldType> types = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();

        Work(List<GroupKey> keys, List<Measure> measures) {
            this.keys = keys;
            this.measures = measures;
        }
    }

    @Override
    public List<Map<String, Object>> of(String id, String by, String measures, String filter) {
        EntityModel model = catalog.snapshot().model(id);
        if (model == null) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.model.unknown", id);
        }
        return read(model, by, measures, filter, null);
    }

    /** Groups in ascending order of their keys, each with keys and measures under the names as asked. */
    public List<Map<String, Object>> read(EntityModel model, String by, String measures, String filterText, String q) {
        access.require(Visibility.readPermission(model));
        List<GroupKey> keys = by == null ? List.of() : Arrays.stream(by.split(",")).map(GroupKey::parse).toList();
        if (keys.size() > MAX_KEYS) {
            throw ReadProblems.value("by", "platform.groups.tooMany", MAX_KEYS);
        }
        Work work = new Work(keys, Measure.parse(measures));
        Visibility sight = reader.sight();
        Joins joins = new Joins(sight, model, "t", new ArrayList<>(), database.derby());
        keys.forEach(k -> key(joins, work, k));
        work.selected.add(DSL.count());
        work.types.add(FieldType.INTEGER);
        work.measures.forEach(m -> measure(joins, work, m));
        Conditions conditions = new Conditions(joins, database.derby());
        Filter filter = FilterParser.parse(filterText);
        List<String> raw = new ArrayList<>();
        Condition where = model.info().companyScoped() ? joins.company() : DSL.noCondition();
        where = where.and(joins.readable());
        if (filter != null) {
            Filter.shape(filter, new StringBuilder(), raw);
            where = where.and(conditions.filter(filter));
        }
        List<String> words = RecordReader.words(q);
        raw.addAll(words);
        if (!words.isEmpty()) {
            where = where.and(conditions.search(words.size()));
        }
        joins.followed().forEach(m -> access.require(m + ".read"));
        var grouped = database.renderer().select(work.selected).from(joins.tables()).where(where);
        String named = database.renderer().renderContext().paramType(ParamType.NAMED)
                .castMode(RenderContext.CastMode.NEVER)
                .visit(work.grouped.isEmpty() ? grouped : grouped.groupBy(work.grouped)).render();
        Slot.Positional positional = Slot.positional(named);
        Plan plan = new Plan(positional.sql(), positional.slots(), joins.values(),
                work.types.toArray(FieldType[]::new), null, List.of(), null, Set.of(), List.of(), new int[0]);
        Bindings bindings = new Bindings(company(model), 0, 0, 0, reader.values(plan, raw, sight), null);
        return fold(work, rows(plan, bindings));
    }

    private void key(Joins joins, Work work, GroupKey key) {
        Column column = joins.resolve(key.path());
        if (column == null || column.field() == null) {
            throw ReadProblems.unknown("groups", joins, key.path());
        }
        FieldType type = column.info().type();
        Field<?> field = column.field();
        if (key.bucket() != null && type != FieldType.DATE && type != FieldType.INSTANT) {
            throw ReadProblems.value(key.path(), "platform.groups.bucket", key.name());
        }
        work.grouped.add(field);
        work.selected.add(field);
        work.types.add(type);
        Column label = type == FieldType.REF ? label(joins, key.path()) : null;
        work.labels.add(label == null ? -1 : work.selected.size());
        if (label != null) {
            work.grouped.add(label.field());
            work.selected.add(label.field());
            work.types.add(label.info().type());
        }
    }

    /** {@code null} also without the permission to read the record behind the reference. */
    private Column label(Joins joins, String path) {
        Joins.Label label = joins.label(path);
        return label == null || label.models().stream().anyMatch(m -> !access.may(Visibility.readPermission(m))) ? null
                : label.column();
    }

    private static void measure(Joins joins, Work work, Measure measure) {
        if (measure.path() == null) {
            return;
        }
        Column column = joins.resolve(measure.path());
        if (column == null || column.field() == null) {
            throw ReadProblems.unknown("groups", joins, measure.path());
        }
        FieldInfo info = column.info();
        boolean number = info.type() == FieldType.DECIMAL || info.type() == FieldType.INTEGER;
        boolean additive = measure.function().equals("sum") || measure.function().equals("avg");
        if (additive && !number || info.type() == FieldType.BOOLEAN) {
            throw ReadProblems.value(measure.path(), "platform.groups.measure", measure.name());
        }
        String sql = switch (measure.function()) {
            case "avg" -> "sum";
            default -> measure.function();
        };
        Field<?> value = info.type() == FieldType.INTEGER && additive
                ? DSL.field("cast({0} as decimal(31, 0))", BigDecimal.class, column.field()) : column.field();
        work.selected.add(DSL.field("{0}({1})", Object.class, DSL.keyword(sql), value));
        work.types.add(additive ? FieldType.DECIMAL : info.type());
        if (measure.function().equals("avg")) {
            work.selected.add(DSL.count(column.field()));
            work.types.add(FieldType.INTEGER);
        }
    }

    private List<Object[]> rows(Plan plan, Bindings bindings) {
        return database.any(connection -> {
            List<Object[]> rows = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
                bindings.apply(statement, plan);
                statement.setMaxRows(MAX_ROWS + 1);
                try (ResultSet result = statement.executeQuery()) {
                    collect(plan, rows, result);
                }
            }
            return rows;
        });
    }

    private void collect(Plan plan, List<Object[]> rows, ResultSet result) throws SQLException {
        while (result.next()) {
            if (rows.size() == MAX_ROWS) {
                throw Problem.of(ProblemKind.BAD_REQUEST, "platform.groups.tooFine", MAX_ROWS);
            }
            rows.add(Row.read(result, plan.columns(), database.derby()));
        }
    }

    /** Sums of one group. */
    private static final class Fold {
        private final Map<String, Object> keys = new LinkedHashMap<>();
        private long count;
        private final Object[] values;
        private final long[] counts;

        Fold(int measures) {
            values = new Object[measures];
            counts = new long[measures];
        }
    }

    private List<Map<String, Object>> fold(Work work, List<Object[]> rows) {
        Map<List<Object>, Fold> folds = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Map<String, Object> keys = keys(work, row);
            Fold fold = folds.computeIfAbsent(new ArrayList<>(keys.values()), k -> {
                Fold fresh = new Fold(work.measures.size());
                fresh.keys.putAll(keys);
                return fresh;
            });
            add(work, row, fold);
        }
        if (folds.size() > MAX_GROUPS) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.groups.tooFine", MAX_GROUPS);
        }
        return folds.values().stream().sorted((a, b) -> compare(a.keys, b.keys)).map(f -> answer(work, f)).toList();
    }

    private static Map<String, Object> keys(Work work, Object[] row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        int column = 0;
        for (int k = 0; k < work.keys.size(); k++) {
            GroupKey key = work.keys.get(k);
            Object value = row[column++];
            if (key.bucket() != null) {
                LocalDate day = value instanceof java.time.Instant at ? at.atZone(ZoneOffset.UTC).toLocalDate()
                        : (LocalDate) value;
                value = GroupKey.bucket(day, key.bucket());
            } else if (work.types.get(column - 1) == FieldType.REF && value != null) {
                Map<String, Object> ref = new LinkedHashMap<>();
                ref.put("id", value);
                ref.put("label", work.labels.get(k) < 0 ? null : Objects.toString(row[work.labels.get(k)], null));
                value = ref;
            }
            if (work.labels.get(k) >= 0) {
                column++;
            }
            keys.put(key.name(), value);
        }
        return keys;
    }

    private static void add(Work work, Object[] row, Fold fold) {
        int column = work.types.size() - work.measures.stream()
                .mapToInt(m -> m.path() == null ? 0 : m.function().equals("avg") ? 2 : 1).sum() - 1;
        fold.count += (Long) row[column++];
        for (int m = 0; m < work.measures.size(); m++) {
            Measure measure = work.measures.get(m);
            if (measure.path() != null) {
                fold.values[m] = merge(measure.function(), fold.values[m], row[column++]);
                if (measure.function().equals("avg")) {
                    fold.counts[m] += (Long) row[column++];
                }
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object merge(String function, Object a, Object b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return switch (function) {
            case "min" -> ((Comparable) a).compareTo(b) <= 0 ? a : b;
            case "max" -> ((Comparable) a).compareTo(b) >= 0 ? a : b;
            default -> ((BigDecimal) a).add((BigDecimal) b);
        };
    }

    private static Map<String, Object> answer(Work work, Fold fold) {
        Map<String, Object> row = new LinkedHashMap<>(fold.keys);
        for (int m = 0; m < work.measures.size(); m++) {
            Measure measure = work.measures.get(m);
            Object value = switch (measure.function()) {
                case "count" -> fold.count;
                case "avg" -> Measure.average((BigDecimal) fold.values[m], fold.counts[m]);
                default -> fold.values[m];
            };
            row.put(measure.name(), value);
        }
        return row;
    }

    private static int compare(Map<String, Object> a, Map<String, Object> b) {
        for (String key : a.keySet()) {
            int order = text(a.get(key)).compareTo(text(b.get(key)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** References sort by label; groups without a value come last. */
    private static String text(Object value) {
        if (value instanceof Map<?, ?> ref) {
            return ref.get("label") + " " + ref.get("id");
        }
        return value == null ? "\uffff" : value.toString();
    }

    private long company(EntityModel model) {
        long company = access.caller().companyId();
        if (company == 0 && model.info().companyScoped()) {
            throw Problem.of(ProblemKind.DENIED, "platform.company.none");
        }
        return company;
    }
}
