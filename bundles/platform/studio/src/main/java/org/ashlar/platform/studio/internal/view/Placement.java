package org.ashlar.platform.studio.internal.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.studio.internal.catalog.Definition.Field;
import org.ashlar.platform.studio.internal.model.FieldKind;

/** Puts custom fields into views that do not know them yet: where their tab or group says, else into the first group. Pure. */
final class Placement {

    private Placement() {
    }

    static void list(ObjectNode list, List<Field> fields) {
        ArrayNode columns = list.withArray("columns");
        Set<String> there = names(columns);
        fields.stream().filter(f -> f.inList() && !f.kind().isLong() && !there.contains(f.name()))
                .forEach(f -> columns.add(f.name()));
    }

    static void form(ObjectNode form, List<Field> fields) {
        Set<String> there = new HashSet<>();
        for (String parts : List.of("groups", "tabs")) {
            form.path(parts).forEach(part -> there.addAll(names(part.path("fields"))));
        }
        for (Field field : fields) {
            boolean tabbed = field.tab() != null && !field.tab().isBlank();
            boolean grouped = field.group() != null && !field.group().isBlank();
            if (there.contains(field.name())) {
                if (!tabbed && !grouped) {
                    continue;
                }
                remove(form, field.name());
            }
            ObjectNode part = tabbed ? part(form.withArray("tabs"), field.tab(), true)
                    : grouped ? part(form.withArray("groups"), field.group(), false) : first(form.withArray("groups"));
            part.withArray("fields").add(field.name());
            if (field.kind() == FieldKind.MONEY && field.currencyField() == null && !there.contains(field.name() + "Currency")) {
                part.withArray("fields").add(field.name() + "Currency");
            }
        }
    }

    private static void remove(ObjectNode form, String name) {
        for (String parts : List.of("groups", "tabs")) {
            for (JsonNode part : form.path(parts)) {
                if (part.path("fields") instanceof ArrayNode fields) {
                    for (int i = fields.size() - 1; i >= 0; i--) {
                        if (fields.get(i).asText().equals(name)) {
                            fields.remove(i);
                        }
                    }
                }
            }
        }
    }

    private static ObjectNode first(ArrayNode parts) {
        return parts.isEmpty() ? parts.addObject().put("id", "main") : (ObjectNode) parts.get(0);
    }

    /** The part with this id or title, made if there is none; lines fill a tab of their own. */
    private static ObjectNode part(ArrayNode parts, String title, boolean tab) {
        for (JsonNode part : parts) {
            boolean same = part.path("id").asText().equalsIgnoreCase(title) || part.path("title").asText().equals(title);
            if (same && !(tab && part.has("lines"))) {
                return (ObjectNode) part;
            }
        }
        return parts.addObject().put("id", "x-" + Integer.toHexString(title.toLowerCase(Locale.ROOT).hashCode()))
                .put("title", title);
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new HashSet<>();
        list.forEach(n -> names.add(n.asText()));
        return names;
    }
}
