package org.ashlar.platform.operations.internal.masking;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * What modules say of their tables, each in {@code ASHLAR-INF/masking/masking.json}. A column that nobody names is caught by its
 * name ({@link ColumnNet}).
 *
 * @param empty tables that stay behind empty
 * @param mask kind by column by table; {@code null} as the kind: the name is misleading, the column is left as it is
 * @param set SQL literal by column by table, for all rows
 */
record MaskRules(Set<String> empty, Map<String, Map<String, Kind>> mask, Map<String, Map<String, String>> set) {

    private static final String RESOURCE = "ASHLAR-INF/masking/masking.json";

    MaskRules {
        empty = empty == null ? Set.of() : empty;
        mask = mask == null ? Map.of() : mask;
        set = set == null ? Map.of() : set;
    }

    /** Those of all installed bundles. */
    static MaskRules of(Bundle[] bundles) {
        List<MaskRules> all = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (Bundle bundle : bundles) {
            URL found = bundle.getEntry(RESOURCE);
            try {
                if (found != null) {
                    all.add(json.readValue(found, MaskRules.class));
                }
            } catch (IOException e) {
                throw new IllegalStateException(bundle.getSymbolicName() + ": " + RESOURCE, e);
            }
        }
        return new MaskRules(all.stream().flatMap(r -> r.empty.stream()).collect(Collectors.toSet()),
                merged(all.stream().map(MaskRules::mask)), merged(all.stream().map(MaskRules::set)));
    }

    private static <T> Map<String, Map<String, T>> merged(Stream<Map<String, Map<String, T>>> all) {
        Map<String, Map<String, T>> merged = new HashMap<>();
        all.forEach(one -> one.forEach((table, columns) -> merged.computeIfAbsent(table, t -> new HashMap<>()).putAll(columns)));
        return merged;
    }
}
