package org.ashlar.platform.studio.internal.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ashlar.platform.configuration.Packages.Difference;
import org.ashlar.platform.configuration.Packages.Item;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.studio.internal.schema.Names;

/** Compares a package with what is here, record by record, and names what stands in the way. One use, one thread. */
final class PackagePlan {

    private final Catalog catalog;
    private final Portable portable;
    private final Here here;
    private final Map<String, List<Map<String, Object>>> given;
    /** Custom models of the package by id, with the names of their fields in the package. */
    private final Set<String> brought = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    PackagePlan(Catalog catalog, Portable portable, Here here, Map<String, List<Map<String, Object>>> given) {
        this.catalog = catalog;
        this.portable = portable;
        this.here = here;
        this.given = given;
    }

    /** One record on its way in; {@code id} of the one that is here already, else 0. */
    record Step(ModelInfo model, Map<String, Object> record, long id, Map<String, Object> changes, Item item) {
    }

    /** All steps in the order in which they have to be done. */
    List<Step> steps() {
        given.getOrDefault(Portable.MODEL, List.of()).forEach(m -> brought.add(Names.model(String.valueOf(m.get("code")))));
        Map<String, ModelInfo> known = new LinkedHashMap<>();
        portable.models().forEach(m -> known.put(m.id(), m));
        for (ModelInfo model : known.values()) {
            List<Map<String, Object>> records = new ArrayList<>(given.getOrDefault(model.id(), List.of()));
            if (model.id().equals(Portable.MODEL)) {
                records.sort(Comparator.comparing(r -> r.get("parent") == null ? 0 : 1));
            }
            if (!records.isEmpty()) {
                Map<String, Here.Found> present = here.all(model);
                records.forEach(r -> steps.add(step(model, r, present.get(Portable.key(model, r)))));
            }
        }
        given.forEach((model, records) -> {
            if (!known.containsKey(model)) {
                records.forEach(r -> steps.add(new Step(null, r, 0, Map.of(), new Item(model, "", "conflict", List.of(),
                        List.of(FieldError.of("model", catalog.find(model).isPresent() ? "platform.package.notPortable"
                                : "platform.package.model", model))))));
            }
        });
        return steps;
    }

    private Step step(ModelInfo model, Map<String, Object> record, Here.Found present) {
        List<FieldError> conflicts = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        Map<String, Object> changes = new LinkedHashMap<>();
        Map<String, FieldInfo> fields = new HashMap<>();
        Portable.fields(model).forEach(f -> fields.put(f.name(), f));
        for (Map.Entry<String, Object> entry : record.entrySet()) {
            FieldInfo field = fields.get(entry.getKey());
            Object value = entry.getValue();
            if (field == null) {
                conflicts.add(FieldError.of(entry.getKey(), "platform.package.field", model.id(), entry.getKey()));
                continue;
            }
            references(field, value, entry.getKey(), conflicts);
            subject(model, entry.getKey(), value, conflicts);
            compare(field, value, present, changes, differences, conflicts);
        }
        if (present != null) {
            // What is empty in the package is emptied here.
            for (FieldInfo field : fields.values()) {
                if (!record.containsKey(field.name()) && !field.createOnly() && !field.readonly()) {
                    compare(field, field.type() == FieldType.LINES ? List.of() : null, present, changes, differences, conflicts);
                }
            }
        }
        String action = !conflicts.isEmpty() ? "conflict" : present == null ? "create" : changes.isEmpty() ? "unchanged"
                : "update";
        return new Step(model, record, present == null ? 0 : present.id(), changes,
                new Item(model.id(), Portable.key(model, record), action, differences, conflicts));
    }

    private static void compare(FieldInfo field, Object value, Here.Found present, Map<String, Object> changes,
            List<Difference> differences, List<FieldError> conflicts) {
        if (present == null) {
            return;
        }
        String now = Portable.plain(present.values().get(field.name()));
        String then = Portable.plain(value);
        if (now == null ? then == null : now.equals(then)) {
            return;
        }
        differences.add(new Difference(field.name(), now, then));
        if (field.createOnly()) {
            conflicts.add(FieldError.of(field.name(), "platform.package.different", field.name(), String.valueOf(now),
                    String.valueOf(then)));
        } else {
            changes.put(field.name(), value);
        }
    }

    /** Models that a record is about must be here or come along. */
    private void subject(ModelInfo model, String name, Object value, List<FieldError> conflicts) {
        boolean about = name.equals("model") || name.equals("target") && model.id().equals(Portable.FIELD);
        if (about && value instanceof String id && id.indexOf('.') > 0 && catalog.find(id).isEmpty()
                && !brought.contains(id)) {
            conflicts.add(FieldError.of(name, "platform.package.model", id));
        }
    }

    private void references(FieldInfo field, Object value, String path, List<FieldError> conflicts) {
        if (field.type() == FieldType.REF && value instanceof Map<?, ?> map && map.get(Here.KEY) instanceof Map<?, ?> key) {
            if (!comes(field.target(), Here.cast(key)) && here.find(field.target(), Here.cast(key)).isEmpty()) {
                conflicts.add(FieldError.of(path, "platform.package.reference", field.target(), String.valueOf(key.values())));
            }
        } else if (field.type() == FieldType.LINES && value instanceof List<?> lines) {
            Optional<ModelInfo> line = catalog.find(field.target());
            for (int i = 0; i < lines.size(); i++) {
                String at = path + "[" + i + "].";
                if (lines.get(i) instanceof Map<?, ?> map && line.isPresent()) {
                    map.forEach((name, inner) -> line.get().field(name.toString())
                            .ifPresent(f -> references(f, inner, at + name, conflicts)));
                }
            }
        }
    }

    private boolean comes(String target, Map<String, Object> key) {
        return given.getOrDefault(target, List.of()).stream().anyMatch(r -> key.entrySet().stream()
                .allMatch(e -> java.util.Objects.equals(Portable.plain(e.getValue()), Portable.plain(r.get(e.getKey())))));
    }
}
