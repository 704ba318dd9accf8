package org.ashlar.itests.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ashlar.itests.support.Api;

/** The figures of a run, printed as a table and as JSON. */
final class Figures {

    private final List<ObjectNode> rows = new ArrayList<>();

    void add(String work, String database, String what, Load.Outcome outcome) {
        ObjectNode row = row(work, database, what);
        row.put("clients", outcome.clients()).put("perSecond", round(outcome.perSecond())).put("p50ms", round(outcome.p50()))
                .put("p95ms", round(outcome.p95()));
        if (outcome.statements() >= 0) {
            row.put("statements", round(outcome.statements()));
        }
        print(row);
    }

    void add(String work, String database, String what, String unit, double value) {
        ObjectNode row = row(work, database, what);
        row.put("value", round(value)).put("unit", unit);
        print(row);
    }

    private ObjectNode row(String work, String database, String what) {
        ObjectNode row = Api.JSON.createObjectNode().put("work", work).put("database", database).put("what", what);
        rows.add(row);
        return row;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static void print(ObjectNode row) {
        StringBuilder line = new StringBuilder();
        row.fields().forEachRemaining(f -> line.append(f.getKey().equals("what")
                ? String.format(Locale.ROOT, "%-44s ", f.getValue().asText())
                : f.getKey().length() <= 8 && f.getValue().isTextual()
                        ? String.format(Locale.ROOT, "%-11s", f.getValue().asText())
                        : String.format(Locale.ROOT, "%s %-10s ", f.getKey(), f.getValue().asText())));
        System.out.println(line.toString().stripTrailing());
    }

    void json() {
        ArrayNode all = Api.JSON.createArrayNode();
        rows.forEach(all::add);
        System.out.println(all.toPrettyString());
    }
}
