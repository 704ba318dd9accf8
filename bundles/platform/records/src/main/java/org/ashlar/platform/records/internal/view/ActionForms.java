package org.ashlar.platform.records.internal.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.UnaryOperator;

/** Forms for the bodies of actions: one input per component of the record that the action declares. Pure. */
public final class ActionForms {
    private static final int DEEPEST = 2;

    private ActionForms() {
    }

    /**
     * The inputs of a body.
     *
     * @param label label of a component by its name
     */
    public static ArrayNode of(Class<?> body, UnaryOperator<String> label) {
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
        add(inputs, body, label, 0);
        return inputs;
    }

    private static void add(ArrayNode inputs, Class<?> body, UnaryOperator<String> label, int depth) {
        if (body == null || body.getRecordComponents() == null) {
            return;
        }
        for (RecordComponent component : body.getRecordComponents()) {
            ObjectNode input = inputs.addObject().put("name", component.getName()).put("label",
                    label.apply(component.getName()));
            Class<?> type = component.getType();
            input.put("type", type(type));
            if (Collection.class.isAssignableFrom(type) && depth < DEEPEST) {
                Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                if (item instanceof Class<?> c && c.isRecord()) {
                    add(input.putArray("items"), c, label, depth + 1);
                }
            }
            if (type.isEnum()) {
                ArrayNode options = input.putArray("options");
                for (Object constant : type.getEnumConstants()) {
                    String name = ((Enum<?>) constant).name();
                    options.addObject().put("value", name).put("label", label.apply(component.getName() + "." + name));
                }
            }
        }
    }

    private static String type(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "lines";
        }
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            return "integer";
        }
        if (type == BigDecimal.class) {
            return "decimal";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        return type == Instant.class ? "instant" : type.isEnum() ? "enum" : "text";
    }
}
