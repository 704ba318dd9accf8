package org.ashlar.platform.web.internal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.record.RecordChanged;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the bound caller may be told about an event. Of a record that his rules might hide he hears only if he can still
 * read it, so not of its end; of fields that he may not read he does not hear. Thread-safe.
 */
@Component(service = Audience.class)
public final class Audience {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Access access;
    private final RecordAccess records;

    /** By injection. */
    @Activate
    public Audience(@Reference Access access, @Reference RecordAccess records) {
        this.access = access;
        this.records = records;
    }

    /** The event as the caller may see it, {@code null} if he may not. */
    String json(String topic, Object event, String json) {
        if (event instanceof RecordChanged changed) {
            String model = changed.model();
            if (!access.may(model + ".read")) {
                return null;
            }
            if (records.whole(model)) {
                return json;
            }
            boolean seen = !changed.kind().equals("deleted") && changed.id() > 0 && records.mayRead(model, changed.id());
            return seen ? readable(model, json) : null;
        }
        String model = topic.replaceAll("\\.[^.]+$", "");
        // What else modules publish carries values of their choice: only for those who may see all of the model.
        return access.may(model + ".read") && (records.whole(model) || !records.restricted(model)) ? json : null;
    }

    private String readable(String model, String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode node && node.get("fields") instanceof ArrayNode names) {
                ArrayNode kept = JSON.createArrayNode();
                names.forEach(n -> {
                    if (records.field(model, n.asText()).compareTo(FieldRight.READ) >= 0) {
                        kept.add(n.asText());
                    }
                });
                return JSON.writeValueAsString(node.set("fields", kept));
            }
            return null;
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}
