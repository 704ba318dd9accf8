package org.ashlar.itests.browser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.itests.support.Api;

/** What a run has measured: printed as a table, kept as JSON in {@code target/figures.json}. Thread-safe. */
final class Figures {
    private static final List<Figure> ALL = new ArrayList<>();

    private record Figure(String what, String unit, double value, double goal) {
    }

    private Figures() {
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
