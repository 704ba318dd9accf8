package org.ashlar.itests.torture;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is wrong with legal numbers.
 *
 * @param duplicates numbers that occur twice
 * @param gaps numbers that miss between the first and the last of a series
 */
record Numbers(int duplicates, int gaps) {

    /** Looks at numbers such as {@code JE-2026-000012}: a prefix names the series, the last digits count. */
    static Numbers of(Collection<String> numbers) {
        Map<String, TreeSet<Long>> series = new HashMap<>();
        int duplicates = 0;
        for (String number : numbers) {
            int end = number.length();
            while (end > 0 && Character.isDigit(number.charAt(end - 1))) {
                end--;
            }
            if (end == number.length()) {
                continue;
            }
            if (!series.computeIfAbsent(number.substring(0, end), s -> new TreeSet<>())
                    .add(Long.valueOf(number.substring(end)))) {
                duplicates++;
            }
        }
        int gaps = series.values().stream().mapToInt(s -> (int) (s.last() - s.first() + 1 - s.size())).sum();
        return new Numbers(duplicates, gaps);
    }
}
