package org.ashlar.platform.records.internal.read;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Set;

/**
 * An asked grouping.
 *
 * @param name as asked, the key in the answer
 * @param path field
 * @param bucket {@code year}, {@code quarter}, {@code month}, {@code week}, {@code day} or {@code null}
 */
record GroupKey(String name, String path, String bucket) {

    private static final Set<String> BUCKETS = Set.of("year", "quarter", "month", "week", "day");

    static GroupKey parse(String text) {
        String name = text.trim();
        int colon = name.indexOf(':');
        if (colon < 0) {
            return new GroupKey(name, name, null);
        }
        String bucket = name.substring(colon + 1);
        if (!BUCKETS.contains(bucket)) {
            throw ReadProblems.value("by", "platform.groups.bucket", bucket);
        }
        return new GroupKey(name, name.substring(0, colon), bucket);
    }

    /** Name of the bucket that a day falls into: 2026, 2026-Q1, 2026-03, 2026-W09 or the day. */
    static Object bucket(LocalDate day, String bucket) {
        if (day == null || bucket.equals("day")) {
            return day;
        }
        return switch (bucket) {
            case "year" -> String.format("%04d", day.getYear());
            case "quarter" -> String.format("%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case "month" -> String.format("%04d-%02d", day.getYear(), day.getMonthValue());
            default -> String.format("%04d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR),
                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        };
    }
}
