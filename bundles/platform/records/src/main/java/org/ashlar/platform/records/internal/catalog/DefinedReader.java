package org.ashlar.platform.records.internal.catalog;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.meta.DefinedFields;
import org.ashlar.platform.meta.DefinedModel;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.model.BaseEntity;

/** Turns models and fields that are defined as data into what the engine works with. */
final class DefinedReader {

    private static final String POSITION = "position";
    private static final Map<String, Attribute> BASE = base();

    private DefinedReader() {
    }

    private static Map<String, Attribute> base() {
        Map<String, Attribute> attributes = new HashMap<>();
        for (Field field : BaseEntity.class.getDeclaredFields()) {
            if (ModelReader.BASE_FIELDS.contains(field.getName())) {
                attributes.put(field.getName(), new FieldAttribute(field));
            }
        }
        return attributes;
    }

    static EntityModel model(DefinedModel defined) {
        ModelInfo given = defined.info();
        ModelInfo info = new ModelInfo(given.id(), given.module(), given.collection(), given.table(), DefinedRow.class,
                given.companyScoped(), given.label(), given.search(), given.sort(), given.naturalKey(), given.creatable(),
                given.updatable(), given.deletable(), given.parent(), given.parentColumn(), given.parentModel(),
                given.fields(), given.actions(), given.portable(), given.portal());
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        Map<String, LinesAttribute> lines = new LinkedHashMap<>();
        for (FieldInfo field : info.fields()) {
            if (field.type() == FieldType.LINES) {
                lines.put(field.name(), new LinesAttribute(field.name(), field.target(), DefinedRow.class,
                        new ValueAttribute(field.name(), List.class), POSITION));
            } else {
                Attribute base = BASE.get(field.name());
                attributes.put(field.name(), base == null ? new ValueAttribute(field.name(), type(field)) : base);
            }
        }
        Attribute parent = info.parent() == null ? null : new ValueAttribute(info.parent(), BaseEntity.class);
        return new EntityModel(info, attributes, lines, parent, defined);
    }

    static ExtensionPart part(DefinedFields defined) {
        Map<String, FieldInfo> fields = new LinkedHashMap<>();
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (FieldInfo field : defined.fields()) {
            fields.put(field.name(), field);
            attributes.put(field.name(), new ValueAttribute(field.name(), type(field)));
        }
        return new ExtensionPart(DefinedFields.EXTENSION, DefinedFields.EXTENSION, defined.model(), null, defined.table(),
                fields, attributes, defined);
    }

    private static Class<?> type(FieldInfo field) {
        return switch (field.type()) {
            case TEXT, ENUM -> String.class;
            case INTEGER, REF -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case INSTANT -> Instant.class;
            case LINES -> List.class;
        };
    }
}
