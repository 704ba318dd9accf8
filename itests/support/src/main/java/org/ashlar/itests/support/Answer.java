package org.ashlar.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What the suite answered.
 *
 * @param status HTTP status
 * @param headers response headers
 * @param text body as it came
 * @param json body as JSON, a missing node if it is none
 */
public record Answer(int status, HttpHeaders headers, String text, JsonNode json) {

    /** Itself, if the status is as expected. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected status " + expected + " but was " + status + ": " + text);
        }
        return this;
    }

    /** The created or read record's id. */
    public long id() {
        return json.path("id").asLong();
    }

    /** A response header or {@code null}. */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The problem code. */
    public String code() {
        return json.path("code").asText();
    }
}
