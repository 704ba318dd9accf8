package org.ashlar.platform.records.internal.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;

/**
 * Views that only some models allow: a graph where there is something to group by, bars of time where two dates belong
 * together by their names, a tree where a record names another of its kind. Pure.
 */
final class DerivedOverviews {
    /** What a start is called, and what its end may be called. Dates of other names need not be a span. */
    private static final Map<String, List<String>> SPANS = Map.of("start", List.of("end"), "startDate",
            List.of("endDate", "closeDate", "dueDate"), "dateFrom", List.of("dateTo"), "validFrom",
            List.of("validTo", "validUntil"), "fromDate", List.of("toDate"), "plannedStart", List.of("plannedEnd"), "from",
            List.of("to", "until"));
    private static final int TREE_COLUMNS = 4;

    private final ModelInfo model;

    DerivedOverviews(ModelInfo model) {
        this.model = model;
    }

    /** Adds them to the views derived so far, whose analysis and list they follow. */
    void add(ObjectNode views) {
        graph(views);
        gantt().ifPresent(g -> views.set("gantt", g));
        tree(views).ifPresent(t -> views.set("tree", t));
    }

    private void graph(ObjectNode views) {
        String row = views.path("pivot").path("rows").path(0).asText();
        String column = views.path("pivot").path("columns").path(0).asText();
        if (row.isEmpty() && column.isEmpty()) {
            return;
        }
        views.putObject("graph").put("by", column.isEmpty() ? row : column)
                .put("measure", views.path("pivot").path("measures").path(0).asText("count"))
                .put("kind", "bar");
    }

    private Optional<ObjectNode> gantt() {
        for (FieldInfo start : model.fields()) {
            for (String end : day(start) ? SPANS.getOrDefault(start.name(), List.of()) : List.<String>of()) {
                if (model.field(end).filter(DerivedOverviews::day).isPresent()) {
                    return Optional.of(JsonNodeFactory.instance.objectNode().put("start", start.name()).put("end", end)
                            .put("title", model.label()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ObjectNode> tree(ObjectNode views) {
        return model.fields().stream().filter(DerivedViews::worth)
                .filter(f -> f.type() == FieldType.REF && model.id().equals(f.target()) && f.name().startsWith("parent"))
                .findFirst().map(parent -> {
                    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("parent", parent.name());
                    ArrayNode columns = tree.putArray("columns");
                    views.path("list").path("columns").forEach(c -> {
                        if (columns.size() < TREE_COLUMNS && !c.asText().equals(parent.name())
                                && !c.asText().equals(model.label())) {
                            columns.add(c.asText());
                        }
                    });
                    return tree;
                });
    }

    private static boolean day(FieldInfo field) {
        return DerivedViews.worth(field) && field.type() == FieldType.DATE;
    }
}
