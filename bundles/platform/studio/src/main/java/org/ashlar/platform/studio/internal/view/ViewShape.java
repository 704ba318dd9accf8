package org.ashlar.platform.studio.internal.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.ashlar.platform.studio.internal.model.ViewKind;

/**
 * The JSON of a view, as in the modules' view files: what it must look like and which fields it names.
 * <ul>
 * <li>LIST {@code {"columns": ["code", "name"], "sums": [], "filters": [{"id", "title", "filter"}]}}
 * <li>FORM {@code {"groups": [{"id", "title", "fields": []}], "tabs": [{"id", "title", "fields": []} or
 * {"id", "title", "lines": "contacts", "columns": []}]}}
 * <li>KANBAN {@code {"by": "state", "title": "name", "fields": []}}
 * <li>CALENDAR {@code {"date": "requestedDate", "title": "name"}}
 * <li>PIVOT {@code {"rows": [], "columns": ["date:month"], "measures": ["sum(total)"]}}
 * </ul>
 * Titles are texts or {@code {"en", "zh"}}. Further members are kept for the user interface. Pure.
 */
final class ViewShape {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 300;
    private static final Map<ViewKind, String> ESSENTIAL = Map.of(ViewKind.KANBAN, "by", ViewKind.CALENDAR, "date");
    private static final List<String> SINGLE = List.of("by", "date", "end", "title", "sum", "lines");
    private static final List<String> LISTS = List.of("columns", "sums", "fields", "totals", "rows");

    private ViewShape() {
    }

    /** The definition as a tree, {@code null} if it has not the shape of its kind. */
    static ObjectNode parse(ViewKind kind, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node instanceof ObjectNode object && right(kind, object) ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean right(ViewKind kind, ObjectNode view) {
        boolean lists = LISTS.stream().allMatch(name -> kind == ViewKind.KANBAN && name.equals("columns") || texts(view, name));
        return lists && switch (kind) {
            case LIST -> view.has("columns");
            case KANBAN -> view.path("by").isTextual();
            case CALENDAR -> view.path("date").isTextual();
            case PIVOT -> view.has("rows");
            case FORM -> (view.has("groups") || view.has("tabs")) && parts(view, "groups") && parts(view, "tabs");
        };
    }

    private static boolean parts(ObjectNode view, String name) {
        JsonNode parts = view.path(name);
        boolean good = parts.isMissingNode() || parts.isArray() && parts.size() <= MOST;
        for (JsonNode part : parts) {
            good &= part instanceof ObjectNode object && texts(object, "fields") && texts(object, "columns")
                    && (!object.has("lines") || object.get("lines").isTextual());
        }
        return good;
    }

    private static boolean texts(ObjectNode node, String name) {
        JsonNode list = node.path(name);
        boolean good = list.isMissingNode() || list.isArray() && list.size() <= MOST;
        for (JsonNode item : list) {
            good &= item.isTextual();
        }
        return good;
    }

    /** Takes out what names a missing field and says which; see {@link #shows}. */
    static List<String> prune(ViewKind kind, ObjectNode view, Predicate<String> there) {
        List<String> missing = new ArrayList<>();
        members(kind, view, there, missing);
        for (String parts : List.of("groups", "tabs")) {
            if (kind == ViewKind.FORM && view.path(parts) instanceof ArrayNode list) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    ObjectNode part = (ObjectNode) list.get(i);
                    String lines = part.path("lines").asText(null);
                    if (lines != null && !there.test(lines)) {
                        missing.add(lines);
                        list.remove(i);
                    } else {
                        members(kind, part, lines == null ? there : path -> there.test(lines + "." + path), missing);
                    }
                }
            }
        }
        return missing;
    }

    /** Whether the view can be shown although these fields are missing. */
    static boolean shows(ViewKind kind, ObjectNode view, List<String> missing) {
        return !ESSENTIAL.containsKey(kind) || !missing.contains(view.path(ESSENTIAL.get(kind)).asText());
    }

    private static void members(ViewKind kind, ObjectNode node, Predicate<String> there, List<String> missing) {
        if (kind != ViewKind.FORM) {
            for (String name : SINGLE) {
                // The title of a card is a field; that of a list is a text.
                boolean field = !name.equals("title") || kind != ViewKind.LIST && node.path(name).isTextual();
                if (field && node.has(name) && !there.test(node.get(name).asText())) {
                    missing.add(node.get(name).asText());
                    if (!name.equals(ESSENTIAL.get(kind))) {
                        node.remove(name);
                    }
                }
            }
        }
        for (String name : LISTS) {
            boolean states = kind == ViewKind.KANBAN && name.equals("columns");
            if (!states && node.path(name) instanceof ArrayNode items) {
                for (int i = items.size() - 1; i >= 0; i--) {
                    // A pivot says date:month.
                    String field = items.get(i).asText().split(":")[0];
                    if (!there.test(field)) {
                        missing.add(field);
                        items.remove(i);
                    }
                }
            }
        }
    }

    /** Takes out of a card for small screens what names a missing field. */
    static void card(ObjectNode card, Predicate<String> there) {
        for (String name : List.of("title", "value", "badge")) {
            if (card.path(name).isTextual() && !there.test(card.get(name).asText())) {
                card.remove(name);
            }
        }
        if (card.path("subtitle") instanceof ArrayNode lines) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (!there.test(lines.get(i).asText())) {
                    lines.remove(i);
                }
            }
        }
    }

    /** Titles in one language instead of both. */
    static void localize(JsonNode node, Locale locale) {
        if (node instanceof ObjectNode object) {
            JsonNode title = object.get("title");
            if (title != null && title.isObject()) {
                boolean chinese = locale != null && locale.getLanguage().equals("zh");
                String own = title.path(chinese ? "zh" : "en").asText("");
                object.put("title", own.isBlank() ? title.path(chinese ? "en" : "zh").asText("") : own);
            }
        }
        node.forEach(child -> localize(child, locale));
    }
}
