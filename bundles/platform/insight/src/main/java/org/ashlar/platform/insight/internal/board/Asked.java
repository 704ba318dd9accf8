package org.ashlar.platform.insight.internal.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Groups;

/** What the tiles of one request ask the database: tiles that ask the same records share a statement. Thread-confined. */
final class Asked {

    private final Groups groups;
    private final Map<Key, Set<String>> wanted = new HashMap<>();
    private final Map<Key, List<Map<String, Object>>> known = new HashMap<>();

    Asked(Groups groups) {
        this.groups = groups;
    }

    /** Groups of a model. */
    record Key(String model, String by, String filter) {
    }

    /** Announces measures, before anything is read. */
    void want(Key key, Collection<String> measures) {
        wanted.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(measures);
    }

    /** The groups. A measure of another tile that cannot be answered does not harm this one. */
    List<Map<String, Object>> rows(Key key, Collection<String> measures) {
        Set<String> all = wanted.getOrDefault(key, Set.of());
        if (all.size() > measures.size() && all.containsAll(measures)) {
            try {
                return known.computeIfAbsent(key, k -> groups.of(k.model(), k.by(), String.join(",", all), k.filter()));
            } catch (Problem someMeasure) {
                wanted.put(key, Set.of());
            }
        }
        if (known.containsKey(key) && all.containsAll(measures)) {
            return known.get(key);
        }
        List<Map<String, Object>> rows = groups.of(key.model(), key.by(), String.join(",", measures), key.filter());
        if (all.size() == measures.size() && all.containsAll(measures)) {
            known.put(key, rows);
        }
        return rows;
    }
}
