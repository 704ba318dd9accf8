package org.ashlar.platform.web.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** JSON schemas of Java types; records become named components. */
final class Schemas {
    private static final String PROBLEM = "Problem";
    private final ObjectNode components;

    Schemas(ObjectNode components) {
        this.components = components;
    }

    /** Schema of a type. */
    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            if (Collection.class.isAssignableFrom(raw)) {
                ObjectNode array = simple("array", null);
                array.set("items", of(generic.getActualTypeArguments()[0]));
                return array;
            }
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = simple("object", null);
                map.set("additionalProperties", of(generic.getActualTypeArguments()[1]));
                return map;
            }
            return of(raw);
        }
        return type instanceof Class<?> known ? known(known) : node();
    }

    /** Reference to the schema of problem documents. */
    ObjectNode problem() {
        if (!components.has(PROBLEM)) {
            ObjectNode properties = components.putObject(PROBLEM).put("type", "object").putObject("properties");
            properties.set("type", simple("string", null));
            properties.set("title", simple("string", null));
            properties.set("status", simple("integer", "int32"));
            properties.set("code", simple("string", null));
            properties.set("detail", simple("string", null));
            properties.set("instance", simple("string", null));
            ObjectNode errors = simple("array", null);
            ObjectNode error = errors.putObject("items").put("type", "object").putObject("properties");
            error.set("field", simple("string", null));
            error.set("code", simple("string", null));
            error.set("message", simple("string", null));
            properties.set("errors", errors);
        }
        return reference(PROBLEM);
    }

    private ObjectNode known(Class<?> type) {
        if (type == String.class) {
            return simple("string", null);
        }
        if (type == boolean.class || type == Boolean.class) {
            return simple("boolean", null);
        }
        if (type == int.class || type == Integer.class) {
            return simple("integer", "int32");
        }
        if (type == long.class || type == Long.class) {
            return simple("integer", "int64");
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return simple("number", null);
        }
        if (type == LocalDate.class) {
            return simple("string", "date");
        }
        if (type == Instant.class) {
            return simple("string", "date-time");
        }
        if (type.isEnum()) {
            ObjectNode options = simple("string", null);
            for (Object constant : type.getEnumConstants()) {
                options.withArray("enum").add(((Enum<?>) constant).name());
            }
            return options;
        }
        return type.isRecord() ? component(type) : JsonNode.class.isAssignableFrom(type) ? node() : simple("object", null);
    }

    private ObjectNode component(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        String name = outer == null ? type.getSimpleName()
                : outer.getSimpleName().replaceAll("Resource$", "") + type.getSimpleName();
        if (!components.has(name)) {
            ObjectNode schema = components.putObject(name).put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            for (RecordComponent component : type.getRecordComponents()) {
                properties.set(component.getName(), of(component.getGenericType()));
                if (component.getType().isPrimitive()) {
                    schema.withArray("required").add(component.getName());
                }
            }
        }
        return reference(name);
    }

    private static ObjectNode reference(String name) {
        return node().put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode simple(String type, String format) {
        ObjectNode schema = node().put("type", type);
        return format == null ? schema : schema.put("format", format);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
