package org.ashlar.itests.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ashlar.itests.support.Databases;

/** Runs the named works on the named databases and prints a table and JSON. */
public final class Bench {

    private static final List<String> ALL = List.of("w1", "w3", "w4", "w6", "w5", "w2", "w8");

    /** Take long, so only when named. */
    private static final List<String> NAMED = List.of("export", "search");

    private Bench() {
    }

    /** Entry point: {@code [--db derby|postgresql] [--quick] [w1 ...]}. */
    public static void main(String[] arguments) throws Exception {
        Set<String> works = new LinkedHashSet<>();
        List<Databases> databases = new ArrayList<>(List.of(Databases.values()));
        boolean quick = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--db" -> databases = List.of(Databases.valueOf(arguments[++i].toUpperCase(Locale.ROOT)));
                case "--quick" -> quick = true;
                default -> works.add(arguments[i].toLowerCase(Locale.ROOT));
            }
        }
        if (works.stream().anyMatch(w -> !ALL.contains(w) && !NAMED.contains(w))) {
            System.err.println("Known works: " + String.join(" ", ALL) + " and, only when named, " + String.join(" ", NAMED));
            System.exit(2);
        }
        Figures figures = new Figures();
        System.out.println("Machine: " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        for (Databases database : databases) {
            try (Site site = Site.open(database, Map.of(), figures); Floor floor = new Floor(database)) {
                Works all = new Works(site, floor, figures, quick);
                for (String work : works.isEmpty() ? ALL : List.copyOf(works)) {
                    all.run(work);
                }
            }
        }
        figures.json();
        System.exit(0);
    }
}
