package org.ashlar.itests.browser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.itests.support.Api;

/** What a run has measured: printed as a table, kept as JSON in {@code target/figures.json}. Thread-safe. */
final class Figures {
    private static final double SLACK = Double.parseDouble(System.getProperty("ashlar.slack", "4"));
    private static final double BUSY = 3;
    private static final List<Figure> ALL = new ArrayList<>();

    private record Figure(String what, String unit, double value, double goal) {
    }

    private Figures() {
    }

    /** How many times longer than its goal a thing may take here, where others share the machine. */
    static double patience() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() < BUSY * machine.getAvailableProcessors() ? SLACK : 30;
    }

    /** Writes a figure down; {@code AssertionError} if it misses its goal by more than patience allows. */
    static void judge(String what, String unit, double value, double goal) {
        add(what, unit, value, goal);
        if (value <= 0 || value > goal * patience()) {
            throw new AssertionError(what + " took " + value + " " + unit + ", the goal is " + goal);
        }
    }

    /** A figure beside its goal, in the same unit; less is better. */
    static synchronized void add(String what, String unit, double value, double goal) {
        ALL.removeIf(f -> f.what.equals(what));
        ALL.add(new Figure(what, unit, value, goal));
        ArrayNode json = Api.JSON.createArrayNode();
        StringBuilder table = new StringBuilder(String.format("%n%-58s %10s %10s%n", "measured in the browser", "is", "goal"));
        for (Figure f : ALL) {
            json.addObject().put("what", f.what).put("unit", f.unit).put("value", f.value).put("goal", f.goal);
            table.append(String.format("%-58s %7.2f %-2s %7.2f %-2s%n", f.what, f.value, f.unit, f.goal, f.unit));
        }
        try {
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target", "figures.json"), Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.getLogger("figures").log(System.Logger.Level.INFO, table.toString());
    }
}
