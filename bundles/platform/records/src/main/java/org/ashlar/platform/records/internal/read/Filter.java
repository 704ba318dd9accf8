package org.ashlar.platform.records.internal.read;

import java.util.List;

/** A parsed filter. Values are still texts. */
public sealed interface Filter {

    /** All of them. */
    record And(List<Filter> parts) implements Filter {
    }

    /** Any of them. */
    record Or(List<Filter> parts) implements Filter {
    }

    /** One comparison. */
    record Compare(String path, Operator operator, List<String> values) implements Filter {
    }

    /** How a field is compared. */
    enum Operator {
        EQ, NE, LT, LE, GT, GE, IN, OUT, IS_NULL, NOT_NULL, LIKE, NOT_LIKE
    }

    /** Appends what the SQL depends on, without the values themselves; adds the values to the list in SQL order. */
    static void shape(Filter filter, StringBuilder shape, List<String> values) {
        if (filter instanceof And and) {
            list(and.parts(), ';', shape, values);
        } else if (filter instanceof Or or) {
            list(or.parts(), ',', shape, values);
        } else if (filter instanceof Compare compare) {
            shape.append(compare.path()).append(' ').append(compare.operator()).append(' ').append(compare.values().size());
            values.addAll(compare.values());
        }
    }

    private static void list(List<Filter> parts, char separator, StringBuilder shape, List<String> values) {
        shape.append('(');
        for (Filter part : parts) {
            shape(part, shape, values);
            shape.append(separator);
        }
        shape.append(')');
    }
}
