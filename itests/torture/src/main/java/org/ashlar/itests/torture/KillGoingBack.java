package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.LaterVersion;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;

/**
 * The way back from an upgrade that changed tables is killed at any time: while the backup is made and laid ready, while the suite
 * stops, while the copy takes the place of the database. The next start shows all of the old version or all of the new one, never
 * tables of one beside the code of the other, and the way back ends.
 */
final class KillGoingBack implements Trial {

    private static final String CHANGES = "<createTable tableName='sales_later'><column name='id' type='BIGINT'/></createTable>";
    private static final int EARLY_STEP = 400;
    private static final int LATE_STEP = 350;
    private static final int LATE_SPAN = 7000;

    @Override
    public String name() {
        return "back";
    }

    @Override
    public String title() {
        return "kill -9 while an upgrade is undone with its tables: old or new, never half, and it ends";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        int kills = ground.size(30, 6);
        int half = 0;
        int lost = 0;
        int unended = 0;
        int overtaken = 0;
        double slowest = 0;
        try (Instance instance = Instance.unpack("back-" + ground.database().name().toLowerCase(Locale.ROOT), ground.fresh("ashlar_killed_back"))) {
            instance.start();
            Api admin = Tenant.dollars(instance, "BACK").admin();
            admin.post("/finance/postings", Ground.entry(Ground.accounts(admin, 2), "before", "5")).expect(201);
            Map<Long, String> before = Ground.entries(admin);
            Path jar = LaterVersion.of(instance, "sales", "torn", CHANGES);
            for (int kill = 0; kill < kills; kill++) {
                upgraded(admin, jar);
                long since = admin.post("/masters/parties", "{'name':'Written since','customer':true}").expect(201).id();
                JsonNode upgrade = latest(admin);
                admin.post("/operations/upgrades/" + upgrade.path("id").asText() + "/back", "{'confirm':'sales'}").expect(202);
                await(instance, kill);
                boolean laid = laid(instance);
                instance.kill();
                slowest = Math.max(slowest, instance.start());
                overtaken += laid ? 0 : 1;
                if (!ended(admin)) {
                    System.out.println("Kill " + kill + ": " + latest(admin) + " " + version(admin));
                    unended++;
                }
                // What was running when the process ended goes on by itself, so the version of before is there in the end.
                if (LaterVersion.VERSION.equals(version(admin)) || admin.get("/masters/parties/" + since).status() != 404) {
                    System.out.println("Kill " + kill + ": half, " + version(admin));
                    half++;
                }
                lost += Ground.entries(admin).equals(before) ? 0 : 1;
            }
            report.did("kills", kills, "");
            report.did("of them while no backup lay ready", overtaken, "");
            report.atMost("ways back that did not end", unended, 0, "");
            report.atMost("old code beside new tables or data, or the reverse", half, 0, "");
            report.atMost("entries of before that are missing or other", lost, 0, "");
            report.atMost("slowest start after a kill", slowest, 30, "s");
            report.atMost("breaches of the auditor", Ground.breaches(admin), 0, "");
        }
    }

    /** A third of the kills hits the work before the restart, the others stop and start. */
    private static void await(Instance instance, int kill) {
        if (kill % 3 == 0) {
            Waiting.millis((long) kill / 3 % 10 * EARLY_STEP);
            return;
        }
        Waiting.until("the backup lies ready", Duration.ofMinutes(1), () -> laid(instance));
        Waiting.millis((long) kill * LATE_STEP * 3 % LATE_SPAN);
    }

    private static boolean laid(Instance instance) {
        return Files.exists(instance.home().resolve("data/restore/ready"));
    }

    private static void upgraded(Api admin, Path jar) {
        String token = admin.body("/operations/jars", "application/java-archive", jar).expect(200).json().path("token").asText();
        JsonNode done = admin.awaitJob(admin.post("/operations/jars/" + token + "/upgrade", "{'unsigned':true,'anyway':true}").expect(202)
                .json().path("job").asLong());
        if (!"DONE".equals(done.path("state").asText()) || !LaterVersion.VERSION.equals(version(admin))) {
            throw new AssertionError("Not upgraded: " + done);
        }
    }

    private static boolean ended(Api admin) {
        try {
            Waiting.until("it went back", Duration.ofSeconds(45), () -> {
                try {
                    return "BACK".equals(latest(admin).path("state").asText()) && !"none".equals(version(admin));
                } catch (UncheckedIOException away) {
                    return false;
                }
            });
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static JsonNode latest(Api admin) {
        return admin.get("/operations/upgrades").json().path(0);
    }

    private static String version(Api admin) {
        for (JsonNode module : admin.get("/operations/modules").json()) {
            if (module.path("id").asText().equals("sales") && module.path("state").asText().equals("ACTIVE")) {
                return module.path("version").asText();
            }
        }
        return "none";
    }
}
