package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** Reads and writes JSON within limits: no floats that lose digits, no doubled keys, no bodies that fill the memory. */
final class Json {

    private static final int MAX_BODY = 32 << 20;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_DIGITS = 400;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(MAX_DIGITS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {
    }

    /** Something that writes itself. */
    @FunctionalInterface
    interface Content {
        /** Writes. */
        void write(JsonGenerator out) throws IOException;
    }

    static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    static JsonGenerator generator(java.io.Writer out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    static String text(Content content) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            content.write(generator);
        }
        return out.toString();
    }

    /** What the content writes, as a tree that can still be changed. */
    static ObjectNode node(Content content) throws IOException {
        try (TokenBuffer buffer = new TokenBuffer(MAPPER, false)) {
            content.write(buffer);
            return MAPPER.readTree(buffer.asParser());
        }
    }

    /** The body's bytes. */
    static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_BODY) {
            throw Problem.of(ProblemKind.TOO_LARGE, "platform.body.tooLarge", MAX_BODY >> 20);
        }
        InputStream in = request.getInputStream();
        byte[] body = in.readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw Problem.of(ProblemKind.TOO_LARGE, "platform.body.tooLarge", MAX_BODY >> 20);
        }
        String type = request.getContentType();
        if (body.length > 0 && type != null && !type.startsWith("application/json")
                && !type.startsWith("application/merge-patch+json")) {
            throw Problem.of(ProblemKind.UNSUPPORTED, "platform.body.notJson", type);
        }
        return body;
    }

    /** The body as an object; an empty body is an empty object. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(byte[] body) {
        if (body.length == 0) {
            return Map.of();
        }
        try {
            Object value = MAPPER.readValue(body, Object.class);
            if (value instanceof Map) {
                return (Map<String, Object>) value;
            }
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? ""
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.body.malformed", where);
        } catch (IOException e) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "platform.body.malformed", "");
        }
        throw Problem.of(ProblemKind.BAD_REQUEST, "platform.body.notObject");
    }

    /** Objects under a key of a body. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> body, String key) {
        if (body.get(key) instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            return (List<Map<String, Object>>) (List<?>) list;
        }
        throw Problem.of(ProblemKind.BAD_REQUEST, "platform.body.items", key);
    }
}
