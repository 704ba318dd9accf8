package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;

/** R19: the first start, which makes all tables, is killed at growing delays; the next start completes it. */
final class KillAtMigration implements Trial {

    private static final int FIRST = 1000;
    private static final int LAST = 8000;

    @Override
    public String name() {
        return "r19";
    }

    @Override
    public String title() {
        return "kill -9 while the tables are made: the next start completes, all modules work";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        int step = ground.size(300, 3500);
        int kills = 0;
        int incomplete = 0;
        int inactive = 0;
        int breaches = 0;
        double slowest = 0;
        List<Integer> tables = new ArrayList<>();
        for (int delay = FIRST; delay <= LAST; delay += step) {
            Map<String, String> environment = ground.fresh("ashlar_killed_start");
            try (Instance instance = Instance.unpack("migration-" + ground.database().name().toLowerCase(Locale.ROOT),
                    environment)) {
                killAfter(instance, delay);
                kills++;
                if (ground.database() == Databases.POSTGRESQL) {
                    tables.add(tables(environment.get("ASHLAR_DB_URL")));
                }
                try {
                    slowest = Math.max(slowest, instance.start());
                } catch (AssertionError e) {
                    System.out.println("Killed after " + delay + " ms: " + e.getMessage());
                    incomplete++;
                    instance.kill();
                    continue;
                }
                inactive += inactive(instance);
                breaches += Ground.breaches(Tenant.dollars(instance, "KILLED").admin());
                if (ground.database() == Databases.POSTGRESQL && delay + step > LAST) {
                    tables.add(tables(environment.get("ASHLAR_DB_URL")));
                }
            }
        }
        report.did("kills", kills, "");
        if (!tables.isEmpty()) {
            int all = tables.get(tables.size() - 1);
            report.did("kills between the first and the last table", tables.subList(0, tables.size() - 1).stream()
                    .filter(n -> n > 0 && n < all).count(), "");
        }
        report.atMost("next starts that did not complete", incomplete, 0, "");
        report.atMost("modules not active after them", inactive, 0, "");
        report.atMost("slowest completing start", slowest, 30, "s");
        report.atMost("breaches of the auditor", breaches, 0, "");
    }

    private static void killAfter(Instance instance, int millis) {
        Thread killer = new Thread(() -> {
            Waiting.millis(millis);
            instance.kill();
        });
        killer.start();
        try {
            instance.start();
        } catch (AssertionError | UncheckedIOException e) {
            // Killed, as intended.
        }
        try {
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int inactive(Instance instance) throws IOException {
        int inactive = 0;
        for (JsonNode module : Api.JSON.readTree(instance.console("ashlar:modules --json"))) {
            if (!"ACTIVE".equals(module.path("state").asText())) {
                System.out.println(module);
                inactive++;
            }
        }
        return inactive;
    }

    private static int tables(String url) throws SQLException {
        try (Connection c = DriverManager.getConnection(url, "postgres", ""); Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from information_schema.tables where table_schema = 'public'")) {
            r.next();
            return r.getInt(1);
        }
    }
}
