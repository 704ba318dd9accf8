package org.ashlar.platform.studio.internal.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;

/** Which models and fields travel, in which order, and how values look on the way. One use, one thread. */
final class Portable {

    static final String MODEL = "platform.customModel";
    static final String FIELD = "platform.customField";
    /** These first: the rest may be about what they define. */
    private static final List<String> FIRST = List.of(MODEL, FIELD, "platform.role");
    private static final Set<String> BASE = Set.of("id", "version", "companyId", "createdAt", "createdBy", "changedAt",
            "changedBy");

    private final Catalog catalog;

    Portable(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Portable models of this installation in the order in which they can be written. */
    List<ModelInfo> models() {
        Map<String, ModelInfo> all = new TreeMap<>();
        catalog.list().stream().filter(m -> m.portable() && !m.naturalKey().isEmpty() && !m.collection().isEmpty())
                .forEach(m -> all.put(m.id(), m));
        Set<ModelInfo> ordered = new LinkedHashSet<>();
        FIRST.stream().map(all::get).filter(m -> m != null).forEach(ordered::add);
        all.values().forEach(m -> visit(m, all, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered);
    }

    private void visit(ModelInfo model, Map<String, ModelInfo> all, Set<ModelInfo> ordered, Set<String> path) {
        if (ordered.contains(model) || !path.add(model.id())) {
            return;
        }
        for (String target : targets(model)) {
            ModelInfo other = all.get(target);
            if (other != null) {
                visit(other, all, ordered, path);
            }
        }
        ordered.add(model);
    }

    private Set<String> targets(ModelInfo model) {
        Set<String> targets = new LinkedHashSet<>();
        for (FieldInfo field : fields(model)) {
            if (field.type() == FieldType.REF) {
                targets.add(field.target());
            } else if (field.type() == FieldType.LINES) {
                catalog.find(field.target()).ifPresent(l -> fields(l).stream().filter(f -> f.type() == FieldType.REF)
                        .forEach(f -> targets.add(f.target())));
            }
        }
        return targets;
    }

    /** Fields of a model or of its lines that travel: what a caller may write, and the natural key. */
    static List<FieldInfo> fields(ModelInfo model) {
        return model.fields().stream().filter(f -> !f.hidden() && !BASE.contains(f.name())
                && (!f.readonly() || model.naturalKey().contains(f.name()))).toList();
    }

    /** What to ask the records engine for. */
    List<String> asked(ModelInfo model) {
        List<String> asked = new ArrayList<>();
        for (FieldInfo field : fields(model)) {
            Optional<ModelInfo> line = field.type() == FieldType.LINES ? catalog.find(field.target()) : Optional.empty();
            if (line.isPresent()) {
                fields(line.get()).stream().filter(f -> f.type() != FieldType.LINES)
                        .forEach(f -> asked.add(field.name() + "." + f.name()));
            } else if (field.type() != FieldType.LINES) {
                asked.add(field.name());
            }
        }
        return asked;
    }

    /** The natural key of a record as one text. */
    static String key(ModelInfo model, Map<String, Object> record) {
        return model.naturalKey().stream().map(name -> plain(record.get(name))).collect(Collectors.joining("/"));
    }

    /** A value as a text that is the same for the same value; {@code null} if empty. */
    static String plain(Object value) {
        if (value == null || value instanceof String text && text.isEmpty()) {
            return null;
        }
        if (value instanceof Number) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> sorted = new TreeMap<>();
            map.forEach((k, v) -> {
                String text = plain(v);
                if (text != null) {
                    sorted.put(k.toString(), text);
                }
            });
            return sorted.toString();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : list.stream().map(Portable::plain).toList().toString();
        }
        return value.toString();
    }

    /** A value for JSON: what is no JSON value by itself becomes a text. */
    static Object json(Object value) {
        return value == null || value instanceof Number || value instanceof Boolean || value instanceof String
                || value instanceof Map || value instanceof List ? value : value.toString();
    }

    /** A record without its empty fields. */
    static Map<String, Object> compact(Map<String, Object> record) {
        Map<String, Object> compact = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                compact.put(name, value);
            }
        });
        return compact;
    }
}
