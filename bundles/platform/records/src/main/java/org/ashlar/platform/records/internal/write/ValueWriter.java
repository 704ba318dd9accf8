package org.ashlar.platform.records.internal.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.records.internal.catalog.Attribute;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.catalog.ExtensionPart;
import org.ashlar.platform.records.internal.catalog.LinesAttribute;
import org.ashlar.platform.records.internal.catalog.Snapshot;
import org.ashlar.platform.records.internal.read.RowCheck;
import org.ashlar.platform.records.internal.read.Visibility;

/** Puts JSON-like values into an entity and its lines; what is wrong goes into {@link Errors}. One request, one thread. */
final class ValueWriter {

    private static final Set<String> IGNORED = Set.of("id", "version");
    private static final int MAX_LINES = 20_000;

    private final Snapshot snapshot;
    private final Visibility sight;
    private final RowCheck rows;
    private final Errors errors;
    private final References references;
    private final boolean history;
    private final List<ExtensionValues> extensions = new ArrayList<>();
    private Set<String> changed = new LinkedHashSet<>();
    private boolean linesChanged;

    /** {@code history}: the caller may bring values that are otherwise the module's own, see {@link #historic}. */
    ValueWriter(Visibility sight, RowCheck rows, Errors errors, References references, boolean history) {
        this.rows = rows;
        this.sight = sight;
        this.snapshot = sight.snapshot();
        this.errors = errors;
        this.references = references;
        this.history = history;
    }

    /** Values of the fields that one extension adds to one record or line. */
    record ExtensionValues(EntityModel model, BaseEntity entity, ExtensionPart part, Map<String, Object> values) {
    }

    /** Values of extension fields, to be written when the records have ids. */
    List<ExtensionValues> extensions() {
        return extensions;
    }

    /** Fields that were given and differ. */
    Set<String> changed() {
        return changed;
    }

    /** Whether lines were added, changed or removed. */
    boolean linesChanged() {
        return linesChanged;
    }

    /** Fills a new entity. */
    void create(EntityModel model, BaseEntity entity, Map<String, Object> values, String path) {
        create(model, entity, values, path, historic(model, values));
    }

    private void create(EntityModel model, BaseEntity entity, Map<String, Object> values, String path, boolean historic) {
        write(model, entity, values, path, true, historic);
        defaults(model, entity, values);
        for (FieldInfo field : model.fields().values()) {
            if (field.required() && !field.hidden() && missing(model, entity, values, field)) {
                errors.add(path + field.name(), "platform.value.required");
            }
        }
    }

    /** What fields defined as data hold when they are not given; Java fields have their initial values. */
    private void defaults(EntityModel model, BaseEntity entity, Map<String, Object> values) {
        if (model.defined() != null) {
            model.defined().defaults().forEach((name, text) -> {
                Attribute attribute = model.attribute(name);
                if (attribute != null && attribute.get(entity) == null && !values.containsKey(name)) {
                    attribute.set(entity, standard(model.field(name), attribute, text));
                }
            });
        }
        for (ExtensionPart part : model.extensions()) {
            if (part.defined() != null) {
                part.defined().defaults().forEach((name, text) -> {
                    if (!values.containsKey(name)) {
                        Object value = standard(part.fields().get(name), part.attributes().get(name), text);
                        extensionValues(model, entity, part).put(name, value);
                    }
                });
            }
        }
    }

    private Object standard(FieldInfo field, Attribute attribute, String text) {
        Object value = Coercion.value(field, attribute.type(), text, field.name(), new Errors());
        return value == Coercion.WRONG ? null : value;
    }

    /** Changes an existing entity. */
    void update(EntityModel model, BaseEntity entity, Map<String, Object> values, String path) {
        write(model, entity, values, path, false, false);
    }

    /**
     * Imported history brings its state and totals along: rows of a model with a boolean field {@code historic} that say
     * {@code true} may set read-only fields, if the caller may import history.
     */
    private boolean historic(EntityModel model, Map<String, Object> values) {
        return history && model.field("historic") != null && "true".equals(String.valueOf(values.get("historic")));
    }

    private boolean missing(EntityModel model, BaseEntity entity, Map<String, Object> values, FieldInfo field) {
        if (field.type() == FieldType.LINES) {
            return !(values.get(field.name()) instanceof List<?> list) || list.isEmpty();
        }
        if (field.extension() != null) {
            return extensions.stream().noneMatch(e -> e.entity() == entity && e.values().get(field.name()) != null);
        }
        Object value = model.attribute(field.name()).get(entity);
        boolean given = values.get(field.name()) != null;
        return value == null && !given || value instanceof String text && text.isBlank();
    }

    private void write(EntityModel model, BaseEntity entity, Map<String, Object> values, String path, boolean creating,
            boolean historic) {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            String name = entry.getKey();
            FieldInfo field = model.field(name);
            if (IGNORED.contains(name)) {
                continue;
            }
            if (field == null || !sight.shown(model, field)) {
                errors.add(path + name, "platform.value.unknownField", name);
            } else if (sight.right(model, name) != FieldRight.WRITE) {
                errors.add(path + name, "platform.value.noRight", name);
            } else if (field.readonly() && !(historic && !isBase(field))) {
                errors.add(path + name, "platform.value.readonly", name);
            } else if (field.createOnly() && !creating && differs(model, entity, field, entry.getValue())) {
                errors.add(path + name, "platform.value.createOnly", name);
            } else if (field.type() == FieldType.LINES) {
                lines(model, entity, field, entry.getValue(), path + name, creating, historic);
            } else {
                single(model, entity, field, entry.getValue(), path + name, creating);
            }
        }
    }

    private static boolean isBase(FieldInfo field) {
        return switch (field.name()) {
            case "companyId", "createdAt", "createdBy", "changedAt", "changedBy" -> true;
            default -> false;
        };
    }

    private boolean differs(EntityModel model, BaseEntity entity, FieldInfo field, Object raw) {
        if (field.type() == FieldType.LINES || field.extension() != null) {
            return true;
        }
        Attribute attribute = model.attribute(field.name());
        Object value = Coercion.value(field, attribute.type(), raw, field.name(), new Errors());
        return !same(value, attribute.get(entity));
    }

    private void single(EntityModel model, BaseEntity entity, FieldInfo field, Object raw, String path, boolean creating) {
        ExtensionPart part = field.extension() == null ? null : part(model, field);
        Attribute attribute = part == null ? model.attribute(field.name()) : part.attributes().get(field.name());
        Object value = Coercion.value(field, attribute.type(), raw, path, errors);
        if (value == Coercion.WRONG) {
            return;
        }
        boolean wanted = field.required() && (part == null ? model.defined() : part.defined()) != null;
        if (value == null && (attribute.type().isPrimitive() || !field.nullable() || wanted)) {
            if (!creating) {
                errors.add(path, "platform.value.required");
            }
            return;
        }
        if (value instanceof Long id && field.type() == FieldType.REF) {
            references.add(field.target(), id, path);
        }
        if (part != null) {
            extensionValues(model, entity, part).put(field.name(), value);
            changed.add(field.name());
        } else if (!same(value, attribute.get(entity))) {
            attribute.set(entity, value);
            changed.add(field.name());
        }
    }

    private Map<String, Object> extensionValues(EntityModel model, BaseEntity entity, ExtensionPart part) {
        for (ExtensionValues present : extensions) {
            if (present.entity() == entity && present.part() == part) {
                return present.values();
            }
        }
        ExtensionValues fresh = new ExtensionValues(model, entity, part, new LinkedHashMap<>());
        extensions.add(fresh);
        return fresh.values();
    }

    private static ExtensionPart part(EntityModel model, FieldInfo field) {
        return model.extensions().stream().filter(p -> p.fields().containsKey(field.name())).findFirst().orElseThrow();
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof java.math.BigDecimal x && b instanceof java.math.BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        return Objects.equals(a, b);
    }

    @SuppressWarnings("unchecked")
    private void lines(EntityModel model, BaseEntity entity, FieldInfo field, Object raw, String path, boolean creating,
            boolean historic) {
        if (raw == null && creating) {
            return;
        }
        if (!(raw instanceof List<?> items) || items.size() > MAX_LINES) {
            errors.add(path, "platform.value.lines");
            return;
        }
        LinesAttribute attribute = model.lines().get(field.name());
        EntityModel lineModel = snapshot.model(attribute.lineModel());
        List<BaseEntity> present = (List<BaseEntity>) attribute.attribute().get(entity);
        if (present == null) {
            present = new ArrayList<>();
            attribute.attribute().set(entity, present);
        }
        Map<Long, BaseEntity> known = new HashMap<>();
        present.forEach(l -> known.put(l.getId(), l));
        List<BaseEntity> unseen = unseen(lineModel, known);
        List<BaseEntity> wanted = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String at = path + "[" + i + "].";
            if (!(items.get(i) instanceof Map<?, ?> map)) {
                errors.add(path + "[" + i + "]", "platform.value.object");
                continue;
            }
            BaseEntity line = line(lineModel, entity, (Map<String, Object>) map, known, at, historic);
            if (line != null) {
                position(lineModel, attribute, line, (Map<String, Object>) map, i);
                wanted.add(line);
            }
        }
        wanted.addAll(unseen);
        if (!wanted.equals(present)) {
            linesChanged = true;
            changed.add(field.name());
            Set<BaseEntity> keep = identities(wanted);
            present.removeIf(l -> !keep.contains(l));
            Set<BaseEntity> there = identities(present);
            wanted.stream().filter(l -> !there.contains(l)).forEach(present::add);
        }
    }

    /** Lines that the caller's record rules hide: he neither names nor drops them, so they stay. */
    private List<BaseEntity> unseen(EntityModel model, Map<Long, BaseEntity> known) {
        String read = Visibility.readPermission(model);
        if (known.isEmpty() || sight.rows(model, read).all()) {
            return List.of();
        }
        Set<Long> seen = rows.within(model, known.keySet(), read);
        List<BaseEntity> unseen = known.entrySet().stream().filter(e -> !seen.contains(e.getKey())).map(Map.Entry::getValue)
                .toList();
        known.keySet().retainAll(seen);
        return unseen;
    }

    private static Set<BaseEntity> identities(List<BaseEntity> lines) {
        Set<BaseEntity> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(lines);
        return set;
    }

    private BaseEntity line(EntityModel model, BaseEntity owner, Map<String, Object> values, Map<Long, BaseEntity> known,
            String path, boolean historic) {
        Object id = values.get("id");
        if (id == null) {
            BaseEntity line = model.create();
            model.parent().set(line, owner);
            linesChanged = true;
            inside(path, () -> create(model, line, values, path, historic));
            return line;
        }
        Object key = Coercion.ref(id, path + "id", errors);
        BaseEntity line = key instanceof Long ? known.remove(key) : null;
        if (line == null) {
            if (key != Coercion.WRONG) {
                errors.add(path + "id", "platform.value.unknownLine", id.toString());
            }
            return null;
        }
        inside(path, () -> write(model, line, values, path, false, false));
        return line;
    }

    /** Changes of a line count as a change of its owner's lines field. */
    private void inside(String path, Runnable work) {
        Set<String> outer = changed;
        changed = new LinkedHashSet<>();
        work.run();
        boolean touched = !changed.isEmpty();
        changed = outer;
        if (touched) {
            linesChanged = true;
            changed.add(path.substring(0, path.indexOf('[')));
        }
    }

    /** Lines stand in the order of the array unless the caller numbers them. */
    private static void position(EntityModel model, LinesAttribute lines, BaseEntity line, Map<String, Object> values, int i) {
        FieldInfo order = model.field(lines.orderBy());
        if (order != null && order.type() == FieldType.INTEGER && !order.name().equals("id")
                && !values.containsKey(order.name())) {
            Attribute attribute = model.attribute(order.name());
            Object position = attribute.type() == Long.class || attribute.type() == long.class ? (Object) (i + 1L)
                    : (Object) (i + 1);
            if (!position.equals(attribute.get(line))) {
                attribute.set(line, position);
            }
        }
    }
}
