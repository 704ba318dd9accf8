package org.ashlar.platform.webhooks.internal.out;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.module.Companies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bodies of deliveries: {@code {"id", "topic", "at", "company", "data"}}. Thread-safe. */
@Component(service = Payloads.class)
public final class Payloads {
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final Companies companies;

    /** By injection. */
    @Activate
    public Payloads(@Reference Companies companies) {
        this.companies = companies;
    }

    /** Of an outbound event. */
    String event(String id, String topic, long company, Instant at, String data) {
        try {
            return text(envelope(id, topic, company, at, json.readTree(data)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a change of a record. */
    String change(String id, String model, long recordId, String kind, Set<String> changed, Map<String, Object> record,
            long company, Instant at) {
        ObjectNode data = json.createObjectNode();
        data.put("model", model);
        data.put("id", recordId);
        data.put("kind", kind);
        data.set("changed", json.valueToTree(changed.stream().sorted().toList()));
        if (record != null) {
            data.set("record", json.valueToTree(record));
        }
        return text(envelope(id, "record." + kind, company, at, data));
    }

    private ObjectNode envelope(String id, String topic, long company, Instant at, JsonNode data) {
        ObjectNode envelope = json.createObjectNode();
        envelope.put("id", id);
        envelope.put("topic", topic);
        envelope.put("at", at.toString());
        envelope.put("company", company == 0 ? null : companies.get(company).code());
        envelope.set("data", data);
        return envelope;
    }

    private String text(ObjectNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
