package org.ashlar.platform.records.internal.write;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.problem.Problem;

/** Reads an action's JSON body into the record type that the action declares, with an error per wrong component. */
final class Bodies {

    private Bodies() {
    }

    static Object read(Class<?> type, Map<String, Object> body) {
        Errors errors = new Errors();
        Object value = object(type, body, "", errors);
        errors.check();
        return value;
    }

    private static Object object(Class<?> type, Map<?, ?> body, String path, Errors errors) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException(type + " is not a record");
        }
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        Set<Object> unknown = new LinkedHashSet<>(body.keySet());
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            unknown.remove(name);
            types[i] = components[i].getType();
            arguments[i] = value(components[i].getGenericType(), types[i], body.get(name), path + name, errors);
            if (arguments[i] == null && types[i].isPrimitive()) {
                if (types[i] == boolean.class) {
                    arguments[i] = false;
                } else {
                    errors.add(path + name, "platform.value.required");
                    complete = false;
                }
            }
            complete &= arguments[i] != Coercion.WRONG;
        }
        unknown.forEach(name -> errors.add(path + name, "platform.value.unknownField", String.valueOf(name)));
        return complete ? create(type, types, arguments) : null;
    }

    private static Object create(Class<?> type, Class<?>[] types, Object[] arguments) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException("Cannot create " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + type, e);
        }
    }

    private static Object value(Type generic, Class<?> type, Object raw, String path, Errors errors) {
        if (raw == null) {
            return type == List.class ? List.of() : null;
        }
        if (type == String.class) {
            return Coercion.text(raw, 4_000, path, errors);
        }
        if (type == BigDecimal.class) {
            return Coercion.decimal(raw, 0, 0, path, errors);
        }
        if (type == Long.class || type == long.class) {
            Object id = raw instanceof Map<?, ?> map && map.containsKey("id") ? map.get("id") : raw;
            return Coercion.integer(id == null ? "" : id, type, path, errors);
        }
        if (type == Integer.class || type == int.class) {
            return Coercion.integer(raw, type, path, errors);
        }
        if (type == Boolean.class || type == boolean.class) {
            return Coercion.bool(raw, path, errors);
        }
        if (type == LocalDate.class) {
            return Coercion.date(raw, path, errors);
        }
        if (type == Instant.class) {
            return Coercion.instant(raw, path, errors);
        }
        if (type.isEnum()) {
            return Coercion.option(raw, type, path, errors);
        }
        if (type == List.class) {
            return list(generic, raw, path, errors);
        }
        if (raw instanceof Map<?, ?> map) {
            return object(type, map, path + ".", errors);
        }
        errors.add(path, "platform.value.object");
        return Coercion.WRONG;
    }

    private static Object list(Type generic, Object raw, String path, Errors errors) {
        if (!(raw instanceof List<?> items)) {
            errors.add(path, "platform.value.list");
            return Coercion.WRONG;
        }
        Type element = ((ParameterizedType) generic).getActualTypeArguments()[0];
        Class<?> type = (Class<?>) (element instanceof ParameterizedType p ? p.getRawType() : element);
        List<Object> values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Object value = value(element, type, items.get(i), path + "[" + i + "]", errors);
            if (value == null) {
                errors.add(path + "[" + i + "]", "platform.value.required");
            }
            values.add(value);
        }
        return values;
    }
}
