package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.ashlar.platform.records.internal.read.JsonValues;

/** Writes what an action answered: records of any module, without binding their classes to a mapper's cache. */
final class Results {

    private Results() {
    }

    static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Record data) {
            out.writeStartObject();
            for (RecordComponent component : data.getClass().getRecordComponents()) {
                out.writeFieldName(component.getName());
                write(out, read(data, component));
            }
            out.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName(String.valueOf(entry.getKey()));
                write(out, entry.getValue());
            }
            out.writeEndObject();
        } else {
            JsonValues.write(out, value);
        }
    }

    private static Object read(Record data, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(data);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
