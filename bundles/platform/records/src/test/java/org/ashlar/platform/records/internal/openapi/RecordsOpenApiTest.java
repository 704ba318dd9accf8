package org.ashlar.platform.records.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.records.internal.sample.Shop;
import org.junit.jupiter.api.Test;

class RecordsOpenApiTest {

    private static final Messages NONE = new Messages() {
        @Override
        public String text(Locale locale, String key, List<Object> args) {
            return key;
        }

        @Override
        public boolean has(Locale locale, String key) {
            return false;
        }
    };

    private final ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");

    RecordsOpenApiTest() {
        document.putObject("info").put("title", "Test").put("version", "1");
        document.putObject("paths");
        document.putObject("components").putObject("schemas");
        new RecordsOpenApi(new Shop("openapi" + System.nanoTime()).catalog, NONE).contribute(document, Locale.ENGLISH);
    }

    @Test
    void everyReferencePointsSomewhereAndEveryOperationHasItsOwnId() {
        Set<String> ids = new HashSet<>();
        document.get("paths").forEach(path -> path.forEach(operation -> {
            assertThat(ids.add(operation.get("operationId").asText())).isTrue();
            assertThat(operation.get("responses").size()).isPositive();
        }));
        document.findValues("$ref").forEach(ref ->
                assertThat(document.at(ref.asText().substring(1)).isMissingNode()).as(ref.asText()).isFalse());
    }

    @Test
    void everyPathParameterIsDeclared() {
        document.get("paths").fields().forEachRemaining(path -> path.getValue().forEach(operation -> {
            for (String part : path.getKey().split("/")) {
                if (part.startsWith("{")) {
                    String name = part.substring(1, part.length() - 1);
                    assertThat(operation.get("parameters")).anySatisfy(p -> {
                        assertThat(p.get("name").asText()).isEqualTo(name);
                        assertThat(p.get("in").asText()).isEqualTo("path");
                    });
                }
            }
        }));
    }

    @Test
    void hiddenFieldsAreNotDescribedAndReadOnlyOnesNotWritten() {
        JsonNode read = document.at("/components/schemas/shop.order/properties");
        JsonNode write = document.at("/components/schemas/shop.order.write/properties");
        assertThat(read.has("secret")).isFalse();
        assertThat(read.has("state")).isTrue();
        assertThat(write.has("state")).isFalse();
        assertThat(document.at("/paths/~1shop~1orders~1{id}~1confirm/post").isObject()).isTrue();
    }
}
