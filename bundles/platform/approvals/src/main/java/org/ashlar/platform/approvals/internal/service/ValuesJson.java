package org.ashlar.platform.approvals.internal.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** Small JSON objects in text columns. */
final class ValuesJson {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());

    private ValuesJson() {
    }

    static String write(Map<String, ?> values) {
        try {
            return values == null || values.isEmpty() ? null : MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Map<String, String> read(String json) {
        return read(json, new TypeReference<Map<String, String>>() { });
    }

    static Map<String, Object> readBody(String json) {
        return read(json, new TypeReference<Map<String, Object>>() { });
    }

    private static <T> Map<String, T> read(String json, TypeReference<Map<String, T>> type) {
        try {
            return json == null ? Map.of() : MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON is damaged", e);
        }
    }
}
