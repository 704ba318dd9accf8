package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.read.Visibility;

/** Takes the names of fields that the caller may not see out of views, which know nothing of callers. */
final class ForgottenFields {

    private ForgottenFields() {
    }

    static void in(JsonNode views, Visibility sight, EntityModel model) {
        if (!sight.plain() && sight.rights().fieldsOf(model.id())) {
            Set<String> forgotten = model.fields().values().stream().filter(f -> !sight.shown(model, f)).map(FieldInfo::name)
                    .collect(Collectors.toSet());
            prune(views, forgotten);
        }
    }

    private static void prune(JsonNode node, Set<String> forgotten) {
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            for (Iterator<JsonNode> children = node.elements(); children.hasNext();) {
                JsonNode child = children.next();
                if (names(child, forgotten)) {
                    children.remove();
                } else {
                    prune(child, forgotten);
                }
            }
        }
    }

    private static boolean names(JsonNode node, Set<String> forgotten) {
        if (node.isTextual()) {
            String text = node.asText();
            return forgotten.contains(text.indexOf('.') < 0 ? text : text.substring(0, text.indexOf('.')));
        }
        return node.isObject() && (forgotten.contains(node.path("field").asText()) || forgotten.contains(node.path("name").asText()));
    }
}
