package org.ashlar.platform.records.internal.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.LinesAttribute;
import org.ashlar.platform.records.internal.read.Joins.Column;
import org.ashlar.platform.records.internal.read.Plan.LinesPlan;
import org.ashlar.platform.records.internal.sql.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.RenderContext;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SortField;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Builds plans from metadata: only the asked columns, references joined, company woven in. One use, one thread. */
final class Planner {

    private static final int MAX_FIELDS = 200;
    private static final int LINE_PLANS = 11;
    /** The root where a statement names it first. */
    private static final Pattern ROOT = Pattern.compile("\\bfrom \\S+ as t0\\b");

    private final Visibility visibility;
    private final EntityModel model;
    private final Database database;
    private final Joins joins;
    private final List<Field<Object>> selected = new ArrayList<>();
    private final List<FieldType> types = new ArrayList<>();
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Map<String, List<String>> lineFields = new LinkedHashMap<>();
    private final List<Plan.Guarded> labels = new ArrayList<>();
    private final List<EntityModel> sortedBy = new ArrayList<>();
    private final List<Integer> masked = new ArrayList<>();
    private final List<Integer> sealed = new ArrayList<>();
    private final Shape shape = new Shape();
    private int linePlans = LINE_PLANS;

    Planner(Visibility visibility, EntityModel model, Database database) {
        this.visibility = visibility;
        this.model = model;
        this.database = database;
        this.joins = new Joins(visibility, model, "t", new ArrayList<>(), database.derby());
    }

    /** One record by id. */
    Plan byId(List<String> fields) {
        select("id");
        select("version");
        linePlans = 1;
        project(fields, true);
        Condition where = joins.own("id").eq(Joins.param(Slot.ID, SQLDataType.BIGINT)).and(scope());
        return plan(database.renderer().select(columns()).from(joins.tables()).where(where), null);
    }

    /**
     * A page of records. For who pages behind the last id, as exports do, Derby would read and sort all that are left each time: it
     * does not know that a page is little, so it is told to follow the key.
     */
    Plan page(List<String> fields, String sort, Filter filter, Search search, boolean count) {
        select("id");
        select("version");
        project(fields, false);
        Conditions conditions = new Conditions(joins, database.derby());
        Condition where = where(conditions, filter, search);
        List<SortField<?>> order = order(sort);
        Query query = database.renderer().select(columns()).from(joins.tables()).where(where).orderBy(order)
                .limit(limit(Slot.LIMIT)).offset(limit(Slot.OFFSET));
        Plan counted = count ? count(filter, search) : null;
        return database.derby() && "id".equals(sort) && behindAnId(filter) ? plan(query, counted, database.primaryKey(model.info().table()))
                : plan(query, counted);
    }

    private static boolean behindAnId(Filter filter) {
        return filter instanceof Filter.Compare compare ? compare.path().equals("id") && compare.operator() == Filter.Operator.GT
                : filter instanceof Filter.And and && and.parts().stream().anyMatch(Planner::behindAnId);
    }

    /**
     * What {@code q} asks for.
     *
     * @param words number of words
     * @param candidates number of ids that the search index names, 0 without index
     */
    record Search(int words, int candidates) {
    }

    private Condition where(Conditions conditions, Filter filter, Search search) {
        Condition where = scope();
        if (filter != null) {
            where = where.and(conditions.filter(filter));
        }
        if (search.candidates() > 0) {
            where = where.and(among(joins.own("id"), search.candidates()));
        }
        return search.words() > 0 ? where.and(conditions.search(search.words())) : where;
    }

    private static Condition among(Field<Object> id, int count) {
        List<Param<Object>> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(Joins.param(Slot.OWNER + i, SQLDataType.BIGINT));
        }
        return count == 1 ? id.eq(keys.get(0)) : id.in(keys);
    }

    private Plan count(Filter filter, Search search) {
        Planner counter = new Planner(visibility, model, database);
        Conditions conditions = new Conditions(counter.joins, database.derby());
        Condition where = counter.where(conditions, filter, search);
        counter.types.add(FieldType.INTEGER);
        return counter.plan(database.renderer().selectCount().from(counter.joins.tables()).where(where), null);
    }

    /** Lines of some owners; the first column is the owner's id. */
    private Plan lines(List<String> fields, String orderBy, int owners) {
        Field<Object> owner = joins.own(model.info().parentColumn());
        selected.add(owner);
        types.add(FieldType.INTEGER);
        List<String> asked = new ArrayList<>(fields);
        if (asked.isEmpty()) {
            model.fields().values().stream().filter(f -> visibility.shown(model, f) && !f.name().equals("companyId")
                    && !f.name().startsWith("created") && !f.name().startsWith("changed")).forEach(f -> asked.add(f.name()));
        } else if (!asked.contains("id")) {
            asked.add(0, "id");
        }
        project(asked, false);
        Condition where = among(owner, owners).and(joins.readableLines());
        List<SortField<?>> order = new ArrayList<>();
        if (owners > 1) {
            order.add(owner.asc());
        }
        Column ordered = joins.resolve(orderBy);
        if (ordered != null && ordered.field() != null) {
            order.add(ordered.field().asc());
        }
        order.add(joins.own("id").asc());
        return plan(database.renderer().select(columns()).from(joins.tables()).where(where.and(company())).orderBy(order), null);
    }

    private Condition scope() {
        return company().and(joins.readable());
    }

    private Condition company() {
        return model.info().companyScoped() ? joins.company() : DSL.noCondition();
    }

    /** With a value, because jOOQ leaves an empty limit or offset out of the statement. */
    private static Param<Long> limit(String slot) {
        return DSL.param(slot, 1L);
    }

    private List<SelectFieldOrAsterisk> columns() {
        return List.copyOf(selected);
    }

    private int select(String path) {
        Integer known = indexes.get(path);
        if (known != null) {
            return known;
        }
        Column column = joins.shown(path);
        if (column == null) {
            throw ReadProblems.unknown("fields", joins, path);
        }
        if (column.field() == null) {
            return -1;
        }
        int index = add(path, column);
        if (visibility.masked(column.model(), column.info())) {
            masked.add(index);
        }
        if (column.info().sealed()) {
            sealed.add(index);
        }
        return index;
    }

    private int add(String path, Column column) {
        selected.add(column.field());
        types.add(column.info().type());
        indexes.put(path, selected.size() - 1);
        return selected.size() - 1;
    }

    private void project(List<String> asked, boolean single) {
        List<String> fields = asked == null || asked.isEmpty() ? all(single) : asked;
        if (fields.size() > MAX_FIELDS) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.fields.tooMany", MAX_FIELDS);
        }
        if (!fields.contains("id") && selected.size() == 2) {
            shape.leaf("id", 0);
        }
        for (String path : fields) {
            int dot = path.indexOf('.');
            String first = dot < 0 ? path : path.substring(0, dot);
            if (model.lines().containsKey(first) && visibility.shown(model, model.field(first))) {
                List<String> inner = lineFields.computeIfAbsent(first, k -> new ArrayList<>());
                shape.lines(first);
                if (dot > 0) {
                    inner.add(path.substring(dot + 1));
                }
            } else {
                place(path);
            }
        }
    }

    private List<String> all(boolean withLines) {
        return model.fields().values().stream().filter(f -> visibility.shown(model, f) && (withLines || f.type() != FieldType.LINES))
                .map(FieldInfo::name).toList();
    }

    private void place(String path) {
        int index = select(path);
        Shape at = shape;
        int from = 0;
        int dot = path.indexOf('.');
        while (dot > 0) {
            String owner = path.substring(0, dot);
            at = at.behind(path.substring(from, dot), select(owner));
            from = dot + 1;
            dot = path.indexOf('.', from);
        }
        String name = path.substring(from);
        if (index < 0) {
            return;
        }
        if (types.get(index) != FieldType.REF) {
            at.leaf(name, index);
            return;
        }
        String key = path + "#label";
        int labelIndex = indexes.containsKey(key) ? indexes.get(key) : -1;
        Joins.Label label = labelIndex < 0 ? joins.label(path) : null;
        if (label != null) {
            labelIndex = add(key, label.column());
            for (EntityModel shown : label.models()) {
                labels.add(new Plan.Guarded(labelIndex, Visibility.readPermission(shown)));
            }
        }
        at.reference(name, index, labelIndex);
    }

    private List<SortField<?>> order(String sort) {
        List<SortField<?>> order = new ArrayList<>();
        boolean usual = sort == null || sort.isBlank();
        String text = usual ? model.info().sort() : sort;
        Set<String> seen = new LinkedHashSet<>();
        for (String part : text.split(",")) {
            String path = part.trim();
            boolean descending = path.startsWith("-");
            path = descending || path.startsWith("+") ? path.substring(1) : path;
            if (path.isEmpty() || !seen.add(path)) {
                continue;
            }
            Column column = joins.resolve(path);
            if (column == null || column.field() == null) {
                if (usual) {
                    // The caller did not ask for this order and may not know the field.
                    seen.remove(path);
                    continue;
                }
                throw ReadProblems.unknown("sort", joins, path);
            }
            Field<Object> field = column.field();
            Joins.Label label = column.info().type() == FieldType.REF ? joins.label(path) : null;
            if (label != null) {
                field = label.column().field();
                sortedBy.addAll(usual ? List.of() : label.models());
            }
            order.add(descending ? field.desc() : field.asc());
        }
        if (!seen.contains("id") && !unique(seen)) {
            boolean descending = !order.isEmpty() && text.trim().startsWith("-");
            order.add(descending ? joins.own("id").desc() : joins.own("id").asc());
        }
        return order;
    }

    /** Whether a sort by these fields leaves no ties: a natural key's index then gives the order without sorting. */
    private boolean unique(Set<String> sorted) {
        List<String> key = model.info().naturalKey();
        return !key.isEmpty() && sorted.containsAll(key) && key.stream().map(model::field)
                .allMatch(f -> f != null && !f.nullable() && f.type() != FieldType.REF);
    }

    private Plan plan(Query query, Plan count) {
        return plan(query, count, Optional.empty());
    }

    private Plan plan(Query query, Plan count, Optional<String> key) {
        String rendered = database.renderer().renderContext().paramType(ParamType.NAMED)
                .castMode(RenderContext.CastMode.NEVER).visit(query).render();
        String named = key.map(name -> ROOT.matcher(rendered).replaceFirst("$0 --DERBY-PROPERTIES constraint=" + name + "\n")).orElse(rendered);
        Slot.Positional positional = Slot.positional(named);
        Set<String> permissions = new LinkedHashSet<>();
        joins.followed().forEach(m -> permissions.add(m + ".read"));
        // The order of records would tell their labels.
        sortedBy.forEach(m -> permissions.add(Visibility.readPermission(m)));
        List<LinesPlan> lines = new ArrayList<>();
        lineFields.forEach((name, fields) -> lines.add(lines(name, fields, permissions)));
        return new Plan(positional.sql(), positional.slots(), List.copyOf(joins.values()),
                types.toArray(FieldType[]::new), shape.compile(), lines, count, permissions, List.copyOf(labels),
                masked.stream().mapToInt(Integer::intValue).toArray(), sealed.stream().mapToInt(Integer::intValue).toArray());
    }

    private LinesPlan lines(String name, List<String> fields, Set<String> permissions) {
        LinesAttribute attribute = model.lines().get(name);
        EntityModel line = visibility.snapshot().model(attribute.lineModel());
        Plan[] plans = new Plan[linePlans];
        for (int i = 0; i < linePlans; i++) {
            plans[i] = new Planner(visibility, line, database).lines(fields, attribute.orderBy(), 1 << i);
        }
        permissions.addAll(plans[0].permissions());
        return new LinesPlan(name, plans);
    }
}
