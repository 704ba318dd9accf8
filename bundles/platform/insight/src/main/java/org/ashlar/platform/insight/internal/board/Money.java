package org.ashlar.platform.insight.internal.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps amounts of one currency together and says what is left out. */
record Money(List<Map<String, Object>> rows, String currency, long others) {

    /**
     * The rows of the company's currency if there are any, else of the one with most records.
     *
     * @param field key of the currency in the rows, {@code null}: all rows
     * @param home the company's currency
     */
    static Money of(List<Map<String, Object>> rows, String field, String home) {
        if (field == null) {
            return new Money(rows, home, 0);
        }
        Map<String, Long> counts = new HashMap<>();
        rows.forEach(r -> counts.merge(String.valueOf(r.get(field)), count(r), Long::sum));
        String shown = counts.getOrDefault(home, 0L) > 0 || counts.isEmpty() ? home
                : counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return only(rows, field, shown);
    }

    /** The rows of one currency. */
    static Money only(List<Map<String, Object>> rows, String field, String shown) {
        if (field == null) {
            return new Money(rows, null, 0);
        }
        List<Map<String, Object>> mine = rows.stream().filter(r -> shown.equals(String.valueOf(r.get(field)))).toList();
        long others = rows.stream().filter(r -> !shown.equals(String.valueOf(r.get(field)))).mapToLong(Money::count).sum();
        return new Money(mine, shown, others);
    }

    private static long count(Map<String, Object> row) {
        return row.get("count") instanceof Number number ? number.longValue() : 1;
    }
}
