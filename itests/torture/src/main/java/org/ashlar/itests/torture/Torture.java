package org.ashlar.itests.torture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ashlar.itests.support.Databases;

/** Runs the named trials on the named databases; ends with 1 when a goal was missed. */
public final class Torture {

    private static final List<Trial> ALL = List.of(new KillLoop(), new LastUnits(), new InvoiceNumbers(), new TwoWriters(),
            new Replay(), new OppositeOrder(), new AddingUp(), new AnyOrder(), new Revaluation(), new ClockSteps(), new PeriodLock(),
            new DiskFull(), new DatabaseGone(), new Redeploy(), new TwoNodes(), new RestoreElsewhere(), new HostileExtensions(),
            new KillAtMigration(), new KillGoingBack(), new Fuzz());

    private Torture() {
    }

    /** Entry point: {@code [--db derby|postgresql] [--quick] NAME...|all}. */
    public static void main(String[] arguments) {
        Set<String> names = new LinkedHashSet<>();
        List<Databases> databases = new ArrayList<>(List.of(Databases.values()));
        boolean quick = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--db" -> databases = List.of(Databases.valueOf(arguments[++i].toUpperCase(Locale.ROOT)));
                case "--quick" -> quick = true;
                default -> names.add(arguments[i].toLowerCase(Locale.ROOT));
            }
        }
        List<Trial> chosen = ALL.stream().filter(t -> names.contains("all") || names.contains(t.name())).toList();
        if (chosen.isEmpty() || !names.contains("all") && chosen.size() < names.size()) {
            ALL.forEach(t -> System.out.printf("%-6s %s%n", t.name(), t.title()));
            System.exit(names.isEmpty() ? 0 : 2);
        }
        Report report = new Report();
        for (Databases database : databases) {
            try (Ground ground = new Ground(database, quick)) {
                for (Trial trial : chosen) {
                    report.begin(trial.name(), database.name().toLowerCase(Locale.ROOT));
                    try {
                        trial.run(ground, report);
                    } catch (Exception | AssertionError e) {
                        e.printStackTrace();
                        report.failed(e);
                    }
                }
            }
        }
        System.exit(report.finish() ? 0 : 1);
    }
}
