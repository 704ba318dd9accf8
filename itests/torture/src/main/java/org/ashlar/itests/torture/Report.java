package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.ashlar.itests.support.Api;

/** The figures of all trials, each beside its goal; a table while they come, JSON at the end. Not thread-safe. */
final class Report {

    private final ArrayNode rows = Api.JSON.createArrayNode();
    private boolean broken;
    private String trial = "";
    private String database = "";

    void begin(String name, String on) {
        trial = name;
        database = on;
    }

    /** A figure that must not exceed its goal. */
    void atMost(String what, double value, double goal, String unit) {
        add(what, value, "<= " + number(goal), unit, value <= goal);
    }

    /** A figure that must reach its goal. */
    void atLeast(String what, double value, double goal, String unit) {
        add(what, value, ">= " + number(goal), unit, value >= goal);
    }

    /** A figure without a goal: how much was tried. */
    void did(String what, double value, String unit) {
        add(what, value, "", unit, true);
    }

    /** A trial that could not be made here. */
    void skipped(String why) {
        ObjectNode row = row(why).put("ok", true).put("skipped", true);
        System.out.printf(Locale.ROOT, "%-6s %-11s %s%n", row.path("trial").asText(), database, "not tried: " + why);
    }

    /** A trial that ended in an unforeseen way. */
    void failed(Throwable cause) {
        broken = true;
        row(String.valueOf(cause)).put("ok", false);
        System.out.printf(Locale.ROOT, "%-6s %-11s BROKEN %s%n", trial, database, cause);
    }

    private void add(String what, double value, String goal, String unit, boolean ok) {
        broken |= !ok;
        row(what).put("value", value).put("goal", goal).put("unit", unit).put("ok", ok);
        System.out.printf(Locale.ROOT, "%-6s %-11s %-52s %12s %-10s %-10s %s%n", trial, database, what, number(value), unit,
                goal, ok ? "" : "MISSED");
    }

    private ObjectNode row(String what) {
        return rows.addObject().put("trial", trial).put("database", database).put("what", what);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Prints the JSON and says whether all goals were met. */
    boolean finish() {
        System.out.println(rows.toPrettyString());
        return !broken;
    }
}
