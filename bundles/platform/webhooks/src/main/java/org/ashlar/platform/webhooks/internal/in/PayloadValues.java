package org.ashlar.platform.webhooks.internal.in;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.template.Templates;

/** Values of a payload by JSON pointer or template. Pure. */
final class PayloadValues {

    private PayloadValues() {
    }

    /** The value that a mapping names; {@code null} if the payload has none. */
    static Object of(String mapping, JsonNode payload, Templates templates) {
        if (mapping.startsWith("/")) {
            return plain(payload.at(JsonPointer.compile(mapping)));
        }
        Object values = plain(payload);
        Map<String, Object> named = new LinkedHashMap<>();
        if (values instanceof Map<?, ?> map) {
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
        }
        String text = templates.text(mapping, named, Locale.ROOT);
        return text.isBlank() ? null : text;
    }

    private static Object plain(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.fields().forEachRemaining(e -> map.put(e.getKey(), plain(e.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue()
                : node.isNumber() ? node.decimalValue() : node.asText();
    }
}
