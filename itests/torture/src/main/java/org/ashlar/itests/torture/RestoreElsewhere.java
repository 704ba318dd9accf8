package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;

/** R15: a backup is made while people post, and restored into another instance; then an upgrade is rehearsed. */
final class RestoreElsewhere implements Trial {

    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "r15";
    }

    @Override
    public String title() {
        return "backup under load, restored elsewhere: nothing acknowledged before it is missing, equal figures";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        acknowledged.clear();
        String kind = ground.database().name().toLowerCase(Locale.ROOT);
        Map<String, String> environment = ground.fresh("ashlar_backup_first");
        if (ground.database() == Databases.POSTGRESQL) {
            environment.put("ASHLAR_REHEARSAL_DB_URL", ground.database("ashlar_backup_rehearsal"));
        }
        try (Instance first = Instance.unpack("backup-first-" + kind, environment);
                Instance second = Instance.unpack("backup-second-" + kind, ground.fresh("ashlar_backup_second"))) {
            first.start();
            Api api = Tenant.dollars(first, "KEPT").admin();
            Map<Long, String> before = new TreeMap<>();
            Path file = underLoad(api, first, ground.size(5000, 500), before, report);
            second.start();
            Path key = first.home().resolve("data/secret.key");
            if (Files.exists(key)) {
                Files.copy(key, second.home().resolve("data/secret.key"), StandardCopyOption.REPLACE_EXISTING);
            }
            restore(second, file);
            Map<Long, String> found = Ground.entries(signedIn(second));
            report.did("acknowledged before the backup began", before.size(), "");
            report.atMost("of them not in the restored instance",
                    before.entrySet().stream().filter(e -> !e.getValue().equals(found.get(e.getKey()))).count(), 0, "");
            report.did("entries restored", found.size(), "");
            report.atMost("gaps after restoring", Numbers.of(found.values()).gaps(), 0, "");
            report.atMost("breaches of the auditor there", Ground.breaches(signedIn(second)), 0, "");
            atRest(first, second, report);
        }
    }

    private Path underLoad(Api api, Instance first, int entries, Map<Long, String> before, Report report) throws IOException {
        List<Long> accounts = Ground.accounts(api, 2);
        try (Crowd crowd = new Crowd(8, (client, turn) -> {
            Answer answer = api.post("/finance/postings", Ground.entry(accounts, client + "." + turn, "5"));
            if (answer.status() == 201) {
                acknowledged.put(answer.id(), answer.json().path("number").asText());
            }
        })) {
            Waiting.until("entries are acknowledged", java.time.Duration.ofMinutes(5), () -> acknowledged.size() >= entries);
            before.putAll(acknowledged);
            long begin = System.nanoTime();
            Path file = backup(first);
            report.did("backup under load took", (System.nanoTime() - begin) / 1e9, "s");
            report.atLeast("entries acknowledged while it was made", acknowledged.size() - before.size(), 1, "");
            return file;
        }
    }

    /** With nobody at work all figures must be equal, there and in a rehearsal. */
    private static void atRest(Instance first, Instance second, Report report) throws IOException {
        Path file = backup(first);
        Set<String> here = figures(first);
        double seconds = restore(second, file);
        Set<String> there = figures(second);
        Set<String> different = new TreeSet<>(here);
        different.removeAll(there);
        different.forEach(System.out::println);
        report.did("figures compared", here.size(), "");
        report.atMost("figures that differ after restoring", different.size(), 0, "");
        report.did("restoring start to ready", seconds, "s");
        long begin = System.nanoTime();
        String said;
        try {
            said = first.console("ashlar:rehearse-upgrade");
            report.atMost("rehearsals of an upgrade with other figures", 0, 0, "");
        } catch (AssertionError e) {
            said = e.getMessage();
            report.atMost("rehearsals of an upgrade with other figures", 1, 0, "");
        }
        System.out.println(said.strip());
        report.did("rehearsal took", (System.nanoTime() - begin) / 1e9, "s");
    }

    private static Path backup(Instance instance) throws IOException {
        String name = Api.JSON.readTree(instance.console("ashlar:backup --json")).get(0).path("name").asText();
        return instance.home().resolve("data/backups").resolve(name);
    }

    private static double restore(Instance instance, Path file) {
        instance.console("ashlar:restore " + file);
        instance.stop();
        return instance.start();
    }

    private static Set<String> figures(Instance instance) throws IOException {
        Set<String> figures = new TreeSet<>();
        for (JsonNode figure : Api.JSON.readTree(instance.console("ashlar:figures --json"))) {
            figures.add(figure.toString());
        }
        return figures;
    }

    private static Api signedIn(Instance instance) throws IOException {
        return instance.anonymous().token(Api.JSON.readTree(
                instance.console("ashlar:token-create --company KEPT --json admin")).path("token").asText());
    }
}
