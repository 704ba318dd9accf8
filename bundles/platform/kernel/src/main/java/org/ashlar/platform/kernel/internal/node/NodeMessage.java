package org.ashlar.platform.kernel.internal.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.node.Signals;
import org.ashlar.platform.record.RecordChanged;

/**
 * What nodes send to each other, as one text.
 *
 * @param node who sends: name and start
 * @param kind what for
 * @param to whom, {@code null} for all
 * @param items what happened, in order
 */
public record NodeMessage(String node, Kind kind, String to, List<Item> items) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Room for the frame around the items. */
    private static final int FRAME = 400;

    /** What a message is for. */
    public enum Kind {
        /** A node began to listen; the others answer with WELCOME. */
        HELLO,
        /** To a node that may have missed something. */
        WELCOME,
        /** Still there. */
        HERE,
        /** Leaves in order. */
        BYE,
        /** Something was not sent: whoever hears it reads everything anew. */
        MISSED,
        /** Something happened. */
        EVENTS
    }

    /** One thing that happened. */
    public sealed interface Item permits Changed, Stored, Passing, Told {
    }

    /**
     * A record was changed.
     *
     * @param companyId company of the caller
     */
    public record Changed(RecordChanged event, long companyId) implements Item {
    }

    /** An event that is in the outbox. */
    public record Stored(long id) implements Item {
    }

    /**
     * An event that is nowhere else.
     *
     * @param userId for whom alone, 0 for everybody
     */
    public record Passing(String topic, String type, long companyId, long userId, Instant at, String json) implements Item {
    }

    /** Something told. */
    public record Told(String topic, String text) implements Item {
    }

    /** Whether an item fits into a text of its own. */
    static boolean fits(Item item) {
        return size(json(item)) <= Signals.LIMIT - FRAME;
    }

    /** As few texts as the items fit in, in their order; those that fit in none are left out. */
    static List<String> pack(String node, List<Item> items) {
        List<String> texts = new ArrayList<>();
        ArrayNode room = JSON.createArrayNode();
        int used = 0;
        for (Item item : items) {
            ObjectNode one = json(item);
            int size = size(one) + 1;
            if (size > Signals.LIMIT - FRAME) {
                continue;
            }
            if (used + size > Signals.LIMIT - FRAME) {
                texts.add(text(node, Kind.EVENTS, null, room));
                room = JSON.createArrayNode();
                used = 0;
            }
            room.add(one);
            used += size;
        }
        if (!room.isEmpty()) {
            texts.add(text(node, Kind.EVENTS, null, room));
        }
        return texts;
    }

    /** A message without items. */
    static String of(String node, Kind kind, String to) {
        return text(node, kind, to, JSON.createArrayNode());
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it is none of ours, or of a version that says things differently
     */
    static NodeMessage read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            List<Item> items = new ArrayList<>();
            json.path("e").forEach(item -> items.add(item(item)));
            return new NodeMessage(json.path("n").asText(), Kind.valueOf(json.path("k").asText()),
                    json.hasNonNull("to") ? json.get("to").asText() : null, items);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static String text(String node, Kind kind, String to, ArrayNode items) {
        ObjectNode json = JSON.createObjectNode().put("n", node).put("k", kind.name());
        if (to != null) {
            json.put("to", to);
        }
        if (!items.isEmpty()) {
            json.set("e", items);
        }
        return json.toString();
    }

    private static ObjectNode json(Item item) {
        ObjectNode json = JSON.createObjectNode();
        if (item instanceof Changed changed) {
            RecordChanged event = changed.event();
            json.put("m", event.model()).put("i", event.id()).put("c", event.companyId()).put("k", event.kind())
                    .put("w", changed.companyId());
            if (!event.fields().isEmpty()) {
                event.fields().forEach(json.putArray("f")::add);
            }
        } else if (item instanceof Stored stored) {
            json.put("o", stored.id());
        } else if (item instanceof Passing passing) {
            json.put("t", passing.topic()).put("y", passing.type()).put("c", passing.companyId()).put("u", passing.userId())
                    .put("a", passing.at().toString()).put("j", passing.json());
        } else if (item instanceof Told told) {
            json.put("x", told.topic()).put("s", told.text());
        }
        return json;
    }

    private static Item item(JsonNode json) {
        if (json.has("m")) {
            Set<String> fields = new HashSet<>();
            json.path("f").forEach(field -> fields.add(field.asText()));
            return new Changed(new RecordChanged(json.get("m").asText(), json.path("i").asLong(), json.path("c").asLong(),
                    json.path("k").asText(), fields), json.path("w").asLong());
        }
        if (json.has("o")) {
            return new Stored(json.get("o").asLong());
        }
        if (json.has("t")) {
            return new Passing(json.get("t").asText(), json.path("y").asText(), json.path("c").asLong(), json.path("u").asLong(),
                    Instant.parse(json.path("a").asText()), json.path("j").asText());
        }
        return new Told(json.path("x").asText(), json.path("s").asText());
    }

    private static int size(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
