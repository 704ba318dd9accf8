package org.ashlar.platform.records.internal.catalog;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.model.Action;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.Extends;
import org.ashlar.platform.model.Lines;
import org.ashlar.platform.model.Model;
import org.ashlar.platform.model.Ref;
import org.ashlar.platform.model.SealedText;
import org.ashlar.platform.model.State;

/** Reads models and extensions from the annotations of one persistence unit's entity classes. */
final class ModelReader {

    /** Columns of {@link BaseEntity} in the order in which they close a model's fields; {@code id} opens them. */
    static final Set<String> BASE_FIELDS = Set.of("id", "version", "companyId", "createdAt", "createdBy", "changedAt",
            "changedBy");

    private static final List<String> BASE_TAIL = List.of("version", "companyId", "createdAt", "createdBy", "changedAt",
            "changedBy");
    private static final int DEFAULT_LENGTH = 255;

    private final String unit;
    private final Collection<Class<?>> classes;
    private final Map<Class<?>, Owner> owners = new HashMap<>();

    ModelReader(String unit, Collection<Class<?>> classes) {
        this.unit = unit;
        this.classes = classes;
    }

    /** Who owns a line entity. */
    private record Owner(String model, String mappedBy, String orderBy) {
    }

    List<EntityModel> models() {
        for (Class<?> type : classes) {
            Model model = type.getAnnotation(Model.class);
            for (Field field : persistentFields(type)) {
                OneToMany many = field.getAnnotation(OneToMany.class);
                if (model != null && many != null && field.isAnnotationPresent(Lines.class)) {
                    owners.put(lineType(field), new Owner(model.value(), many.mappedBy(), orderBy(field)));
                }
            }
        }
        List<EntityModel> models = new ArrayList<>();
        for (Class<?> type : classes) {
            Model model = type.getAnnotation(Model.class);
            if (model != null) {
                models.add(model(type, model));
            }
        }
        return models;
    }

    List<ExtensionPart> extensions() {
        List<ExtensionPart> parts = new ArrayList<>();
        for (Class<?> type : classes) {
            Extends extension = type.getAnnotation(Extends.class);
            if (extension == null) {
                continue;
            }
            String table = table(type);
            String prefix = unit.replace('-', '_') + "_";
            Object sample = sample(type);
            Map<String, FieldInfo> fields = new LinkedHashMap<>();
            Map<String, Attribute> attributes = new LinkedHashMap<>();
            for (Field field : persistentFields(type)) {
                if (!field.getName().equals("id")) {
                    FieldInfo info = field(prefix + field.getName(), table, field, sample, unit);
                    if (info != null && info.type() != FieldType.LINES) {
                        fields.put(info.name(), info);
                        attributes.put(info.name(), new FieldAttribute(field));
                    }
                }
            }
            parts.add(new ExtensionPart(unit, unit, extension.value(), type, table, fields, attributes, null));
        }
        return parts;
    }

    private EntityModel model(Class<?> type, Model model) {
        String table = table(type);
        Object sample = sample(type);
        Map<String, FieldInfo> fields = new LinkedHashMap<>();
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        Map<String, LinesAttribute> lines = new LinkedHashMap<>();
        Owner owner = owners.get(type);
        Attribute parent = null;
        String parentColumn = null;
        for (Field field : persistentFields(type)) {
            if (owner != null && field.getName().equals(owner.mappedBy())) {
                parent = new FieldAttribute(field);
                parentColumn = field.getAnnotation(JoinColumn.class).name();
                continue;
            }
            FieldInfo info = field(field.getName(), table, field, sample, null);
            if (info == null) {
                continue;
            }
            if (owner != null && info.name().equals(owner.orderBy())) {
                info = optional(info);
            }
            fields.put(info.name(), info);
            if (info.type() == FieldType.LINES) {
                lines.put(info.name(), new LinesAttribute(info.name(), info.target(), lineType(field),
                        new FieldAttribute(field), orderBy(field)));
            } else {
                attributes.put(info.name(), new FieldAttribute(field));
            }
        }
        String module = model.value().substring(0, Math.max(0, model.value().indexOf('.')));
        ModelInfo info = new ModelInfo(model.value(), module, model.collection(), table, type, model.companyScoped(),
                model.label(), List.of(model.search()), model.sort(), List.of(model.naturalKey()), model.creatable(),
                model.updatable(), model.deletable(), parent == null ? null : owner.mappedBy(), parentColumn,
                parent == null ? null : owner.model(), ordered(fields), actions(type, model.value()),
                model.portable(), model.portal());
        return new EntityModel(info, unit, attributes, lines, parent, List.of());
    }

    private static String orderBy(Field lines) {
        OrderBy order = lines.getAnnotation(OrderBy.class);
        return order == null || order.value().isBlank() ? "id" : order.value().split("[ ,]")[0];
    }

    /** A line's position follows from its place in the array. */
    private static FieldInfo optional(FieldInfo f) {
        return new FieldInfo(f.name(), f.table(), f.column(), f.type(), f.target(), f.options(), false, f.readonly(),
                f.createOnly(), f.hidden(), f.nullable(), f.length(), f.precision(), f.scale(), f.currencyField(),
                f.unitField(), f.aggregate(), f.state(), f.extension(), f.sealed());
    }

    private static List<FieldInfo> ordered(Map<String, FieldInfo> fields) {
        List<FieldInfo> ordered = new ArrayList<>();
        ordered.add(fields.get("id"));
        fields.values().stream().filter(f -> !BASE_FIELDS.contains(f.name())).forEach(ordered::add);
        BASE_TAIL.forEach(name -> ordered.add(fields.get(name)));
        return List.copyOf(ordered);
    }

    private static List<ActionInfo> actions(Class<?> type, String model) {
        return Arrays.stream(type.getAnnotationsByType(Action.class))
                .map(a -> new ActionInfo(a.value(), model + "." + a.value(), List.of(a.from()), a.posts(),
                        a.body() == Void.class ? null : a.body(), a.secret()))
                .toList();
    }

    private FieldInfo field(String name, String table, Field field, Object sample, String extension) {
        Lines lines = field.getAnnotation(Lines.class);
        org.ashlar.platform.model.Field extra = field.getAnnotation(org.ashlar.platform.model.Field.class);
        boolean hidden = extra != null && extra.hidden();
        boolean base = field.getDeclaringClass() == BaseEntity.class;
        boolean state = field.isAnnotationPresent(State.class);
        boolean readonly = base || state || extra != null && extra.readonly();
        boolean createOnly = extra != null && extra.createOnly();
        if (lines != null) {
            return new FieldInfo(name, table, null, FieldType.LINES, lines.value(), List.of(),
                    extra != null && extra.required(), readonly, createOnly, hidden, true, 0, 0, 0, "", "", "", false,
                    extension);
        }
        FieldType type = type(field);
        if (type == null || field.isAnnotationPresent(ManyToOne.class)) {
            return null;
        }
        Column column = field.getAnnotation(Column.class);
        boolean nullable = column == null ? !field.getType().isPrimitive() : column.nullable();
        boolean filled = extra != null && extra.defaulted() || readonly || field.getType().isPrimitive()
                || new FieldAttribute(field).get(sample) != null;
        boolean required = extra != null && extra.required() || !nullable && !filled;
        Ref ref = field.getAnnotation(Ref.class);
        List<String> options = type == FieldType.ENUM
                ? Arrays.stream(field.getType().getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList() : List.of();
        int length = type == FieldType.TEXT ? column == null ? DEFAULT_LENGTH : column.length() : 0;
        boolean decimal = type == FieldType.DECIMAL && column != null;
        return new FieldInfo(name, table, column == null || column.name().isEmpty() ? field.getName() : column.name(), type,
                ref == null ? null : ref.value(), options, required, readonly, createOnly, hidden, nullable, length,
                decimal ? column.precision() : 0, decimal ? column.scale() : 0, extra == null ? "" : extra.currency(),
                extra == null ? "" : extra.unit(), extra == null ? "" : extra.aggregate(), state, extension, sealed(field));
    }

    private static boolean sealed(Field field) {
        Convert convert = field.getAnnotation(Convert.class);
        return convert != null && convert.converter() == SealedText.class;
    }

    private static FieldType type(Field field) {
        Class<?> type = field.getType();
        if (field.isAnnotationPresent(Ref.class)) {
            return FieldType.REF;
        }
        if (type == String.class) {
            return FieldType.TEXT;
        }
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class
                || type == Short.class || type == short.class) {
            return FieldType.INTEGER;
        }
        if (type == BigDecimal.class) {
            return FieldType.DECIMAL;
        }
        if (type == Boolean.class || type == boolean.class) {
            return FieldType.BOOLEAN;
        }
        if (type == LocalDate.class) {
            return FieldType.DATE;
        }
        if (type == Instant.class) {
            return FieldType.INSTANT;
        }
        return type.isEnum() ? FieldType.ENUM : null;
    }

    private static String table(Class<?> type) {
        Table table = type.getAnnotation(Table.class);
        return table == null || table.name().isEmpty() ? type.getSimpleName() : table.name();
    }

    private static Class<?> lineType(Field field) {
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }

    private static Object sample(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor without parameters", e);
        }
    }

    private static List<Field> persistentFields(Class<?> type) {
        Deque<Class<?>> line = new ArrayDeque<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            line.push(c);
        }
        List<Field> fields = new ArrayList<>();
        for (Class<?> c : line) {
            for (Field field : c.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers) && !field.isSynthetic()
                        && !field.isAnnotationPresent(javax.persistence.Transient.class)) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
