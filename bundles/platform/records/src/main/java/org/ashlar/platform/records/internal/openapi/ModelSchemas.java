package org.ashlar.platform.records.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;

/** Schemas of models as read and as written, and of the bodies of actions. */
final class ModelSchemas {

    static final String PREFIX = "#/components/schemas/";
    static final String WRITE = ".write";
    static final String REFERENCE = "Reference";
    static final String PROBLEM = "Problem";

    private final ObjectNode schemas;
    private final Texts texts;

    ModelSchemas(ObjectNode schemas, Texts texts) {
        this.schemas = schemas;
        this.texts = texts;
    }

    void common() {
        ObjectNode reference = object(REFERENCE);
        integer(reference.putObject("id"));
        reference.putObject("label").put("type", "string").put("nullable", true);
        if (!schemas.has(PROBLEM)) {
            ObjectNode problem = object(PROBLEM);
            for (String name : new String[] {"type", "title", "code", "detail", "instance"}) {
                problem.putObject(name).put("type", "string");
            }
            problem.putObject("status").put("type", "integer");
            ObjectNode error = problem.putObject("errors").put("type", "array").putObject("items").put("type", "object")
                    .putObject("properties");
            for (String name : new String[] {"field", "code", "message"}) {
                error.putObject(name).put("type", "string");
            }
        }
    }

    void add(ModelInfo model) {
        String title = texts.of("model." + model.id(), model.id());
        ObjectNode read = object(model.id());
        ((ObjectNode) schemas.get(model.id())).put("title", title);
        ObjectNode write = object(model.id() + WRITE);
        ArrayNode required = schemas.arrayNode();
        boolean line = model.parent() != null;
        for (FieldInfo field : model.fields()) {
            if (field.hidden()) {
                continue;
            }
            describe(model, field, read.putObject(field.name()), false);
            if (!field.readonly() || line && field.name().equals("id")) {
                describe(model, field, write.putObject(field.name()), true);
                if (field.required()) {
                    required.add(field.name());
                }
            }
        }
        if (!required.isEmpty()) {
            ((ObjectNode) schemas.get(model.id() + WRITE)).put("description", "Required on creation: "
                    + String.join(", ", names(required)));
        }
        for (ActionInfo action : model.actions()) {
            if (action.body() != null) {
                body(model.id() + "." + action.name() + ".body", action.body());
            }
        }
    }

    private static Collection<String> names(ArrayNode names) {
        Collection<String> list = new java.util.ArrayList<>();
        names.forEach(n -> list.add(n.asText()));
        return list;
    }

    private void describe(ModelInfo model, FieldInfo field, ObjectNode node, boolean writing) {
        String label = texts.of("field." + model.id() + "." + field.name(),
                texts.of("field." + field.name(), field.name()));
        if (field.type() == FieldType.LINES) {
            node.put("type", "array").put("title", label);
            node.putObject("items").put("$ref", PREFIX + field.target() + (writing ? WRITE : ""));
            return;
        }
        if (field.type() == FieldType.REF) {
            node.put("title", label).put("description", "-> " + field.target()).put("nullable", true);
            if (writing) {
                integer(node);
            } else {
                node.putArray("allOf").addObject().put("$ref", PREFIX + REFERENCE);
            }
            return;
        }
        node.put("title", label);
        switch (field.type()) {
            case INTEGER -> integer(node);
            case DECIMAL -> node.put("type", "number");
            case BOOLEAN -> node.put("type", "boolean");
            case DATE -> node.put("type", "string").put("format", "date");
            case INSTANT -> node.put("type", "string").put("format", "date-time");
            default -> {
                node.put("type", "string");
                if (field.type() == FieldType.ENUM) {
                    ArrayNode options = node.putArray("enum");
                    field.options().forEach(options::add);
                    if (field.nullable()) {
                        options.addNull();
                    }
                } else if (field.length() > 0) {
                    node.put("maxLength", field.length());
                }
            }
        }
        if (field.nullable()) {
            node.put("nullable", true);
        }
        if (field.readonly() && !writing) {
            node.put("readOnly", true);
        }
    }

    private void body(String name, Class<?> type) {
        ObjectNode properties = object(name);
        if (type.getRecordComponents() != null) {
            for (RecordComponent component : type.getRecordComponents()) {
                component(properties.putObject(component.getName()), component.getGenericType(), 0);
            }
        }
    }

    private void component(ObjectNode node, Type generic, int depth) {
        Class<?> type = (Class<?>) (generic instanceof ParameterizedType p ? p.getRawType() : generic);
        if (Collection.class.isAssignableFrom(type) && generic instanceof ParameterizedType p) {
            node.put("type", "array");
            component(node.putObject("items"), p.getActualTypeArguments()[0], depth + 1);
        } else if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            integer(node);
        } else if (type == BigDecimal.class) {
            node.put("type", "number");
        } else if (type == Boolean.class || type == boolean.class) {
            node.put("type", "boolean");
        } else if (type == LocalDate.class) {
            node.put("type", "string").put("format", "date");
        } else if (type == Instant.class) {
            node.put("type", "string").put("format", "date-time");
        } else if (type.isEnum()) {
            ArrayNode options = node.put("type", "string").putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                options.add(((Enum<?>) constant).name());
            }
        } else if (type.isRecord() && depth < 5) {
            ObjectNode properties = node.put("type", "object").putObject("properties");
            for (RecordComponent component : type.getRecordComponents()) {
                component(properties.putObject(component.getName()), component.getGenericType(), depth + 1);
            }
        } else {
            node.put("type", type == String.class ? "string" : "object");
        }
    }

    private static void integer(ObjectNode node) {
        node.put("type", "integer").put("format", "int64");
    }

    private ObjectNode object(String name) {
        return schemas.putObject(name).put("type", "object").putObject("properties");
    }
}
