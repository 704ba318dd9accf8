package org.ashlar.platform.operations.internal.backup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ashlar.platform.backup.Rehearsals.Difference;
import org.ashlar.platform.backup.Rehearsals.Figure;
import org.ashlar.platform.operations.internal.backup.Manifest.Recorded;

/** Figures written down before and after a copy was made, and what a restored copy shows beside them. */
public final class RecordedFigures {

    private RecordedFigures() {
    }

    /** Both readings, by company and name. */
    public static List<Recorded> of(List<Figure> before, List<Figure> after) {
        Map<String, Figure> old = index(before);
        Map<String, Figure> now = index(after);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<Recorded> recorded = new ArrayList<>();
        for (String key : keys) {
            Figure any = now.containsKey(key) ? now.get(key) : old.get(key);
            recorded.add(new Recorded(any.company(), any.name(), value(old.get(key)), value(now.get(key))));
        }
        return recorded;
    }

    /**
     * What does not fit: a figure that stood still must be the same, one that moved must lie between its two readings. Without
     * any reading there is nothing to compare.
     *
     * @param counts which figures are looked at
     */
    static List<Difference> differences(List<Recorded> recorded, List<Figure> restored, Predicate<String> counts) {
        if (recorded.isEmpty()) {
            return List.of();
        }
        Map<String, Figure> found = index(restored);
        List<Difference> differences = new ArrayList<>();
        for (Recorded one : recorded) {
            Figure there = found.remove(one.company() + "/" + one.name());
            if (counts.test(one.name()) && !fits(one, value(there))) {
                differences.add(new Difference(one.company(), one.name(), one.after() == null ? one.before() : one.after(), value(there)));
            }
        }
        // A kind of figure that was not written down then, by an older version, says nothing.
        Set<String> kinds = recorded.stream().map(r -> kind(r.name())).collect(Collectors.toSet());
        found.values().stream().filter(f -> counts.test(f.name()) && kinds.contains(kind(f.name())))
                .forEach(f -> differences.add(new Difference(f.company(), f.name(), null, f.value())));
        return differences;
    }

    private static String kind(String figure) {
        return figure.split(" ")[0];
    }

    /** Whether a figure of a copy is one of its two readings, or lies between them. */
    public static boolean fits(Recorded recorded, String there) {
        if (Objects.equals(recorded.after(), there) || Objects.equals(recorded.before(), there)) {
            return true;
        }
        BigDecimal value = number(there);
        BigDecimal before = number(recorded.before());
        BigDecimal after = number(recorded.after());
        return value != null && before != null && after != null && value.compareTo(before.min(after)) >= 0
                && value.compareTo(before.max(after)) <= 0;
    }

    private static BigDecimal number(String text) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String value(Figure figure) {
        return figure == null ? null : figure.value();
    }

    private static Map<String, Figure> index(List<Figure> figures) {
        Map<String, Figure> index = new LinkedHashMap<>();
        figures.forEach(f -> index.put(f.company() + "/" + f.name(), f));
        return index;
    }
}
