package org.ashlar.platform.records.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.records.internal.read.Filter.Compare;
import org.ashlar.platform.records.internal.read.Joins.Column;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Builds WHERE from a filter and search words; remembers how each value has to be read. */
final class Conditions {

    /** How the text of a value becomes a bind value. */
    enum Mode {
        TYPED, LIKE, CONTAINS
    }

    /**
     * One value of the statement.
     *
     * @param path where the user wrote it
     * @param field compared field
     * @param mode how to read it
     * @param source index among the filter's values followed by the search words; -1 for values of record rules
     * @param text text of a record rule's value, a placeholder perhaps; else {@code null}
     */
    record Value(String path, FieldInfo field, Mode mode, int source, String text) {
    }

    private final Joins joins;
    private final boolean derby;
    private final List<Value> values;
    private int taken;
    private boolean rule;
    private List<String> texts = List.of();

    Conditions(Joins joins, boolean derby) {
        this.joins = joins;
        this.derby = derby;
        this.values = joins.values();
    }

    /** A filter of a record rule: its values belong to the plan and not to the request. */
    Condition rule(Filter filter) {
        rule = true;
        texts = new ArrayList<>();
        Filter.shape(filter, new StringBuilder(), texts);
        return filter(filter);
    }

    Condition filter(Filter filter) {
        if (filter instanceof Filter.And and) {
            return DSL.and(and.parts().stream().map(this::filter).toList());
        }
        if (filter instanceof Filter.Or or) {
            return DSL.or(or.parts().stream().map(this::filter).toList());
        }
        return compare((Compare) filter);
    }

    private Condition compare(Compare compare) {
        Column column = joins.resolve(compare.path());
        if (column == null || column.field() == null) {
            throw ReadProblems.unknown("filter", joins, compare.path());
        }
        Field<Object> field = column.field();
        FieldInfo info = column.info();
        return switch (compare.operator()) {
            case EQ -> field.eq(value(compare, info));
            case NE -> info.nullable() || compare.path().indexOf('.') > 0
                    ? field.ne(value(compare, info)).or(field.isNull()) : field.ne(value(compare, info));
            case LT -> field.lt(ordered(compare, info));
            case LE -> field.le(ordered(compare, info));
            case GT -> field.gt(ordered(compare, info));
            case GE -> field.ge(ordered(compare, info));
            case IN -> field.in(list(compare, info));
            case OUT -> field.notIn(list(compare, info));
            case IS_NULL -> field.isNull();
            case NOT_NULL -> field.isNotNull();
            case LIKE -> like(field, text(compare, info));
            case NOT_LIKE -> DSL.not(like(field, text(compare, info)));
        };
    }

    private Param<Object> value(Compare compare, FieldInfo info) {
        return next(compare.path(), info, Mode.TYPED);
    }

    private Param<Object> ordered(Compare compare, FieldInfo info) {
        if (info.type() == FieldType.BOOLEAN || info.type() == FieldType.ENUM) {
            throw ReadProblems.value(compare.path(), "platform.filter.notOrdered", compare.path());
        }
        return value(compare, info);
    }

    private List<Param<Object>> list(Compare compare, FieldInfo info) {
        return compare.values().stream().map(v -> value(compare, info)).toList();
    }

    private Param<Object> text(Compare compare, FieldInfo info) {
        if (info.type() != FieldType.TEXT) {
            throw ReadProblems.value(compare.path(), "platform.filter.noWildcard", compare.path());
        }
        return next(compare.path(), info, Mode.LIKE);
    }

    private Param<Object> next(String path, FieldInfo info, Mode mode) {
        int source = taken++;
        return next(path, info, mode, rule ? -1 : source, rule ? texts.get(source) : null);
    }

    private Param<Object> next(String path, FieldInfo info, Mode mode, int source, String text) {
        values.add(new Value(path, info, mode, source, text));
        return Joins.param(Slot.VALUE + (values.size() - 1), Joins.type(info));
    }

    /** Every word must be contained in one of the search fields. */
    Condition search(int words) {
        int first = taken;
        Condition all = DSL.noCondition();
        for (int word = 0; word < words; word++) {
            Condition any = null;
            for (String path : joins.root().info().search()) {
                Column column = joins.resolve(path);
                if (column != null && column.field() != null && column.info().type() == FieldType.TEXT) {
                    Condition like = like(column.field(), next(path, column.info(), Mode.CONTAINS, first + word, null));
                    any = any == null ? like : any.or(like);
                }
            }
            all = all.and(any == null ? DSL.falseCondition() : any);
        }
        return all;
    }

    /** PostgreSQL serves ILIKE from a trigram index; Derby cannot lower a bind variable, so values come in lower case. */
    private Condition like(Field<Object> field, Param<Object> pattern) {
        Field<String> text = field.coerce(SQLDataType.VARCHAR);
        Field<String> value = pattern.coerce(SQLDataType.VARCHAR);
        return derby ? DSL.lower(text).like(value, '!') : text.likeIgnoreCase(value, '!');
    }
}
