package org.ashlar.platform.records.internal.catalog;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ashlar.platform.meta.DefinedModel;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.model.BaseEntity;

/** A model together with the way to its entity's Java fields. Immutable. */
public final class EntityModel {

    private final ModelInfo info;
    private final String unit;
    private final Map<String, FieldInfo> fields;
    private final Map<String, Attribute> attributes;
    private final Map<String, LinesAttribute> lines;
    private final Attribute parent;
    private final List<ExtensionPart> extensions;
    private final List<FieldInfo> audited;
    private final Supplier<BaseEntity> constructor;
    private final DefinedModel defined;

    /** A model that is defined as data. */
    EntityModel(ModelInfo info, Map<String, Attribute> attributes, Map<String, LinesAttribute> lines, Attribute parent,
            DefinedModel defined) {
        this(info, "", attributes, lines, parent, List.of(), defined, () -> new DefinedRow(info.id()));
    }

    EntityModel(ModelInfo info, String unit, Map<String, Attribute> attributes, Map<String, LinesAttribute> lines,
            Attribute parent, List<ExtensionPart> extensions) {
        this(info, unit, attributes, lines, parent, extensions, null, constructor(info.entity()));
    }

    private EntityModel(ModelInfo info, String unit, Map<String, Attribute> attributes, Map<String, LinesAttribute> lines,
            Attribute parent, List<ExtensionPart> extensions, DefinedModel defined, Supplier<BaseEntity> constructor) {
        this.info = info;
        this.unit = unit;
        this.attributes = attributes;
        this.lines = lines;
        this.parent = parent;
        this.extensions = List.copyOf(extensions);
        this.fields = new LinkedHashMap<>();
        info.fields().forEach(f -> fields.put(f.name(), f));
        this.audited = new ArrayList<>();
        for (FieldInfo field : info.fields()) {
            if (!field.hidden() && field.type() != FieldType.LINES && field.extension() == null
                    && !ModelReader.BASE_FIELDS.contains(field.name())) {
                audited.add(field);
            }
        }
        this.defined = defined;
        this.constructor = constructor;
    }

    private static Supplier<BaseEntity> constructor(Class<?> entity) {
        try {
            Constructor<?> constructor = entity.getDeclaredConstructor();
            constructor.setAccessible(true);
            return () -> {
                try {
                    return (BaseEntity) constructor.newInstance();
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("Cannot create " + entity, e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(entity + " needs a constructor without parameters", e);
        }
    }

    EntityModel with(ModelInfo merged, List<ExtensionPart> parts) {
        return new EntityModel(merged, unit, attributes, lines, parent, parts, defined, constructor);
    }

    /** What the outside knows. */
    public ModelInfo info() {
        return info;
    }

    /** Model id. */
    public String id() {
        return info.id();
    }

    /** Persistence unit that holds the entity. */
    public String unit() {
        return unit;
    }

    /** A field by outside name or {@code null}. */
    public FieldInfo field(String name) {
        return fields.get(name);
    }

    /** Fields by outside name, in order. */
    public Map<String, FieldInfo> fields() {
        return fields;
    }

    /** Java field of an own, non-line field or {@code null}. */
    public Attribute attribute(String name) {
        return attributes.get(name);
    }

    /** Lines by field name. */
    public Map<String, LinesAttribute> lines() {
        return lines;
    }

    /** Pointer to the owner on line models, else {@code null}. */
    public Attribute parent() {
        return parent;
    }

    /** Whether it is a line model. */
    public boolean line() {
        return parent != null;
    }

    /** Extensions of this model that are here now. */
    public List<ExtensionPart> extensions() {
        return extensions;
    }

    /** Own fields that the audit log follows, in order. */
    public List<FieldInfo> audited() {
        return audited;
    }

    /** A new, detached entity. */
    public BaseEntity create() {
        return constructor.get();
    }

    /** What was defined as data, {@code null} on models with an entity class. */
    public DefinedModel defined() {
        return defined;
    }

    /** Values of the audited fields. */
    public Object[] snapshot(BaseEntity entity) {
        Object[] values = new Object[audited.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = attributes.get(audited.get(i).name()).get(entity);
        }
        return values;
    }

    /** The state field or {@code null}. */
    public FieldInfo state() {
        for (FieldInfo field : info.fields()) {
            if (field.state()) {
                return field;
            }
        }
        return null;
    }
}
