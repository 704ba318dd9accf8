package org.ashlar.platform.studio.internal.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.record.Records.Page;
import org.ashlar.platform.record.Records.Query;

/** What this installation has, in the form of packages: references as natural keys. One use, one thread. */
final class Here {

    /** Member of a reference that holds the natural key of the record. */
    static final String KEY = "key";
    private static final int PAGE = 500;
    private static final int DEPTH = 4;

    private final Catalog catalog;
    private final Records records;
    private final Portable portable;
    private final Map<String, Map<String, Object>> keys = new HashMap<>();
    private final Map<String, Optional<Long>> ids = new HashMap<>();

    Here(Catalog catalog, Records records, Portable portable) {
        this.catalog = catalog;
        this.records = records;
        this.portable = portable;
    }

    /** A record and its id. */
    record Found(long id, Map<String, Object> values) {
    }

    /** All records of a model by natural key. */
    Map<String, Found> all(ModelInfo model) {
        Map<String, Found> found = new LinkedHashMap<>();
        List<String> asked = portable.asked(model);
        long offset = 0;
        Page page;
        do {
            page = records.find(model.id(), new Query(null, null, model.naturalKey().get(0) + ",id", asked, offset, PAGE, false));
            for (Map<String, Object> row : page.rows()) {
                Map<String, Object> values = values(model, row);
                found.put(Portable.key(model, values), new Found(((Number) row.get("id")).longValue(), values));
            }
            offset += PAGE;
        } while (page.rows().size() == PAGE);
        return found;
    }

    private Map<String, Object> values(ModelInfo model, Map<String, Object> row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldInfo field : Portable.fields(model)) {
            Object value = row.get(field.name());
            if (field.type() == FieldType.LINES) {
                Optional<ModelInfo> line = catalog.find(field.target());
                List<Object> lines = new ArrayList<>();
                if (line.isPresent() && value instanceof List<?> items) {
                    items.forEach(i -> lines.add(Portable.compact(values(line.get(), cast(i)))));
                }
                values.put(field.name(), lines);
            } else if (field.type() == FieldType.REF) {
                Long id = id(value);
                Map<String, Object> key = id == null ? null : key(field.target(), id, 0);
                values.put(field.name(), key == null ? null : Map.of(KEY, key));
            } else {
                values.put(field.name(), Portable.json(value));
            }
        }
        return values;
    }

    private static Long id(Object reference) {
        Object id = reference instanceof Map<?, ?> map ? map.get("id") : reference;
        return id instanceof Number number ? number.longValue() : null;
    }

    /** The natural key of a record, {@code null} if its model has none. */
    private Map<String, Object> key(String target, long id, int depth) {
        String at = target + "#" + id;
        if (!keys.containsKey(at)) {
            keys.put(at, read(target, id, depth));
        }
        return keys.get(at);
    }

    private Map<String, Object> read(String target, long id, int depth) {
        ModelInfo model = catalog.find(target).orElse(null);
        if (model == null || model.naturalKey().isEmpty() || depth > DEPTH) {
            return null;
        }
        Map<String, Object> row = records.get(target, id, model.naturalKey());
        Map<String, Object> key = new LinkedHashMap<>();
        for (String name : model.naturalKey()) {
            FieldInfo field = model.field(name).orElseThrow();
            Object value = row.get(name);
            if (field.type() == FieldType.REF && id(value) != null) {
                key.put(name, Map.of(KEY, key(field.target(), id(value), depth + 1)));
            } else {
                key.put(name, Portable.json(value));
            }
        }
        return key;
    }

    /** The id of the record with this natural key. */
    Optional<Long> find(String target, Map<String, Object> key) {
        String at = at(target, key);
        Optional<Long> known = ids.get(at);
        if (known == null) {
            known = search(target, key);
            ids.put(at, known);
        }
        return known;
    }

    /** Remembers a record that was just written. */
    void wrote(ModelInfo model, Map<String, Object> record, long id) {
        Map<String, Object> key = new LinkedHashMap<>();
        model.naturalKey().forEach(name -> key.put(name, record.get(name)));
        ids.put(at(model.id(), key), Optional.of(id));
    }

    private static String at(String target, Map<String, Object> key) {
        return target + "#" + Portable.plain(key);
    }

    private Optional<Long> search(String target, Map<String, Object> key) {
        ModelInfo model = catalog.find(target).orElse(null);
        if (model == null || !key.keySet().containsAll(model.naturalKey())) {
            return Optional.empty();
        }
        List<String> terms = new ArrayList<>();
        for (String name : model.naturalKey()) {
            Object value = key.get(name);
            FieldInfo field = model.field(name).orElse(null);
            if (field != null && field.type() == FieldType.REF && value instanceof Map<?, ?> map && map.get(KEY) != null) {
                Optional<Long> id = find(field.target(), cast(map.get(KEY)));
                if (id.isEmpty()) {
                    return Optional.empty();
                }
                value = id.get();
            }
            // A list of one, because a star in a plain comparison would be a wildcard.
            terms.add(value == null ? name + "=null=true" : name + "=in=(" + quoted(value.toString()) + ")");
        }
        Page page = records.find(target, new Query(String.join(";", terms), null, null, List.of("id"), 0, 1, false));
        return page.rows().stream().findFirst().map(r -> ((Number) r.get("id")).longValue());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
