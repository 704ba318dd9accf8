package org.ashlar.platform.records.internal.read;

import java.util.List;
import java.util.Set;
import org.ashlar.platform.meta.FieldType;

/**
 * A rendered statement and how to bind and read it. Immutable, shared by all requests of the same form.
 *
 * @param sql statement
 * @param slots slot per question mark
 * @param values how filter and search values are read
 * @param columns types of the result's columns; the record's id is the first, its version the second, for lines the owner's id
 * @param shape answer, {@code null} for counts
 * @param lines plans of the lines that are answered along
 * @param count statement that counts all rows of a page's filter, {@code null} otherwise
 * @param permissions permissions that the caller needs beyond reading the model itself
 * @param labels columns that are shown only to callers with a permission
 * @param masked columns of which only a part is shown
 * @param sealed columns that are opened after reading
 */
record Plan(String sql, String[] slots, List<Conditions.Value> values, FieldType[] columns, Shape shape,
        List<LinesPlan> lines, Plan count, Set<String> permissions, List<Guarded> labels,
        int[] masked, int[] sealed) {

    /** A plan without sealed columns. */
    Plan(String sql, String[] slots, List<Conditions.Value> values, FieldType[] columns, Shape shape, List<LinesPlan> lines,
            Plan count, Set<String> permissions, List<Guarded> labels, int[] masked) {
        this(sql, slots, values, columns, shape, lines, count, permissions, labels, masked, new int[0]);
    }

    /** A column with a label of a referenced record, and the permission without which it is left empty. */
    record Guarded(int column, String permission) {
    }

    /**
     * Lines of a page, fetched by one statement.
     *
     * @param field lines field of the owner
     * @param plan statement per number of owners: 1, 2, 4, 8 and so on, by binary logarithm
     */
    record LinesPlan(String field, Plan[] plan) {
    }
}
