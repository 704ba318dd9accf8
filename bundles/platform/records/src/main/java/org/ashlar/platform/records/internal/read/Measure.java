package org.ashlar.platform.records.internal.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An asked measure.
 *
 * @param name as asked, the key in the answer
 * @param function {@code count}, {@code sum}, {@code avg}, {@code min} or {@code max}
 * @param path field, {@code null} for count
 */
record Measure(String name, String function, String path) {

    private static final Set<String> FUNCTIONS = Set.of("sum", "avg", "min", "max");
    private static final int AVERAGE_SCALE = 6;

    static List<Measure> parse(String text) {
        List<Measure> measures = new ArrayList<>();
        for (String part : (text == null ? "count" : text).split(",")) {
            String name = part.trim();
            if (name.equals("count") || name.equals("count()")) {
                measures.add(new Measure("count", "count", null));
                continue;
            }
            int open = name.indexOf('(');
            if (open < 1 || !name.endsWith(")") || !FUNCTIONS.contains(name.substring(0, open))) {
                throw ReadProblems.value("measures", "platform.groups.measure", name);
            }
            measures.add(new Measure(name, name.substring(0, open), name.substring(open + 1, name.length() - 1)));
        }
        return measures;
    }

    /** An average from what the database sums up, the same on every database. */
    static BigDecimal average(BigDecimal sum, long count) {
        return sum == null || count == 0 ? null
                : sum.divide(BigDecimal.valueOf(count), AVERAGE_SCALE, RoundingMode.HALF_UP);
    }
}
