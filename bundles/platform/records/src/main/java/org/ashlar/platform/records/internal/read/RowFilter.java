package org.ashlar.platform.records.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.access.RowRule;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Record rules as conditions of a statement. Plain comparisons of own fields stand beside the table; everything else is a
 * set of ids, so that a rule may follow references however it likes without touching the statement around it. A rule that
 * cannot be read lets nothing through.
 */
final class RowFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RowFilter.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(company|user)}");

    private final Visibility visibility;
    private final boolean derby;
    private final List<Conditions.Value> values;
    private int subselects;

    RowFilter(Visibility visibility, boolean derby, List<Conditions.Value> values) {
        this.visibility = visibility;
        this.derby = derby;
        this.values = values;
    }

    /**
     * What rows of a table must meet.
     *
     * @param owner whether rules of the owner of lines count too
     */
    Condition on(EntityModel model, String permission, Table<Record> table, boolean owner) {
        if (!visibility.bound(model, permission)) {
            return DSL.noCondition();
        }
        Condition all = DSL.noCondition();
        for (List<RowRule> group : visibility.rows(model, permission).groups()) {
            Condition any = DSL.falseCondition();
            for (RowRule rule : group) {
                any = any.or(rule(model, rule, table));
            }
            all = all.and(any);
        }
        EntityModel parent = owner && model.line() ? visibility.snapshot().model(model.info().parentModel()) : null;
        if (parent != null && visibility.bound(parent, permission)) {
            Table<Record> of = DSL.table(DSL.name(parent.info().table())).as(alias());
            all = all.and(Joins.column(table, model.info().parentColumn(), SQLDataType.BIGINT)
                    .in(DSL.select(Joins.column(of, "id", SQLDataType.BIGINT)).from(of)
                            .where(on(parent, permission, of, false))));
        }
        return all;
    }

    private Condition rule(EntityModel model, RowRule rule, Table<Record> table) {
        try {
            Field<Object> id = Joins.column(table, "id", SQLDataType.BIGINT);
            if (rule.ids() != null) {
                return ids(model, rule.ids(), id);
            }
            Filter filter = FilterParser.parse(rule.filter());
            if (filter == null) {
                return DSL.falseCondition();
            }
            Visibility everything = new Visibility(visibility.snapshot(), null);
            if (own(model, filter)) {
                return new Conditions(new Joins(everything, model, table, values, derby), derby).rule(filter);
            }
            Joins inner = new Joins(everything, model, alias(), values, derby);
            Condition condition = new Conditions(inner, derby).rule(filter);
            return id.in(DSL.select(inner.own("id")).from(inner.tables()).where(condition));
        } catch (Problem unreadable) {
            LOG.warn("A record rule of {} cannot be read and hides everything: {} ({})", model.id(), rule.filter(),
                    unreadable.code());
            return DSL.falseCondition();
        }
    }

    private String alias() {
        subselects++;
        return "r" + subselects + "x" + values.size() + "_";
    }

    private Condition ids(EntityModel model, String sql, Field<Object> id) {
        List<Object> parts = new ArrayList<>(List.of(id));
        Matcher matcher = PLACEHOLDER.matcher(sql);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            if (matcher.group(1).equals("company")) {
                parts.add(Joins.param(Slot.COMPANY, SQLDataType.BIGINT));
            } else {
                values.add(new Conditions.Value("id", model.field("id"), Conditions.Mode.TYPED, -1, "{user}"));
                parts.add(Joins.param(Slot.VALUE + (values.size() - 1), SQLDataType.BIGINT));
            }
            matcher.appendReplacement(text, "{" + (parts.size() - 1) + "}");
        }
        matcher.appendTail(text);
        return DSL.condition("{0} in (" + text + ")", parts.stream().map(p -> (org.jooq.QueryPart) p)
                .toArray(org.jooq.QueryPart[]::new));
    }

    /** Whether the filter compares nothing but columns of the model's own table. */
    private static boolean own(EntityModel model, Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(p -> own(model, p));
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().stream().allMatch(p -> own(model, p));
        }
        var field = model.field(((Filter.Compare) filter).path());
        return field != null && field.extension() == null;
    }
}
