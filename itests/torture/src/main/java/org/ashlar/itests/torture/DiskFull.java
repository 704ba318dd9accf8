package org.ashlar.itests.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;

/** R13: the disk below the embedded database fills up and is emptied again. Needs the right to mount a small file system. */
final class DiskFull implements Trial {

    @Override
    public String name() {
        return "r13";
    }

    @Override
    public String title() {
        return "disk full: 503 with words, nothing acknowledged lost, heals within 60 s";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        if (ground.database() != Databases.DERBY) {
            report.skipped("on PostgreSQL the disk belongs to its server; r14 covers its absence");
            return;
        }
        Instance instance = Instance.unpack("torture-disk", Map.of("ASHLAR_DEMO", "false"));
        Path data = instance.home().resolve("data");
        Files.createDirectories(data);
        if (mount("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", data.toString()) != 0) {
            report.skipped("this user may not mount a small file system");
            return;
        }
        try {
            fill(instance, data, report);
        } finally {
            instance.kill();
            mount("umount", "-l", data.toString());
        }
    }

    private static void fill(Instance instance, Path data, Report report) throws IOException {
        instance.start();
        Api api = Tenant.dollars(instance, "DISK").admin();
        List<Long> accounts = new java.util.ArrayList<>();
        api.get("/finance/accounts?filter=heading==false;reconcilable==false;type==EXPENSE&limit=2").expect(200).json()
                .path("rows").forEach(row -> accounts.add(row.path("id").asLong()));
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger unavailable = new AtomicInteger();
        AtomicInteger odd = new AtomicInteger();
        Path balloon = data.resolve("balloon");
        double healed;
        try (Crowd crowd = new Crowd(4, (client, turn) -> {
            Answer answer = api.post("/finance/postings", Ground.entry(accounts, client + "." + turn, "1"));
            if (answer.status() == 201) {
                acknowledged.put(answer.id(), answer.json().path("number").asText());
            } else if (answer.status() == 503) {
                unavailable.incrementAndGet();
                Waiting.millis(50);
            } else {
                System.out.println(answer.status() + " " + answer.text());
                odd.incrementAndGet();
            }
        })) {
            Waiting.until("entries are acknowledged", java.time.Duration.ofMinutes(1), () -> acknowledged.size() > 200);
            inflate(balloon);
            Waiting.until("the suite says that it cannot write", java.time.Duration.ofMinutes(3), () -> {
                inflate(balloon);
                return unavailable.get() > 20;
            });
            Files.delete(balloon);
            long back = System.nanoTime();
            int before = acknowledged.size();
            Waiting.until("it posts again", java.time.Duration.ofMinutes(3), () -> acknowledged.size() > before + 10);
            healed = (System.nanoTime() - back) / 1e9;
        }
        Map<Long, String> found = new ConcurrentHashMap<>();
        for (int offset = 0;; offset += 1000) {
            com.fasterxml.jackson.databind.JsonNode rows = api.get("/finance/entries?fields=id,number&sort=id&limit=1000&offset="
                    + offset).expect(200).json().path("rows");
            rows.forEach(row -> found.put(row.path("id").asLong(), row.path("number").asText()));
            if (rows.size() < 1000) {
                break;
            }
        }
        report.did("acknowledged", acknowledged.size(), "");
        report.did("answers 503 while full", unavailable.get(), "");
        report.atMost("answers other than 201 and 503", odd.get(), 0, "");
        report.atMost("acknowledged but lost", acknowledged.entrySet().stream()
                .filter(e -> !e.getValue().equals(found.get(e.getKey()))).count(), 0, "");
        report.atMost("gaps", Numbers.of(found.values()).gaps(), 0, "");
        report.atMost("healed after", healed, 60, "s");
        report.atMost("breaches of the auditor", api.get("/audit-report").expect(200).json().path("clean").asBoolean() ? 0 : 1,
                0, "");
    }

    /** Takes what space is left. */
    private static void inflate(Path balloon) {
        byte[] air = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(balloon, java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND)) {
            for (;;) {
                out.write(air);
            }
        } catch (IOException full) {
            Waiting.millis(50);
        }
    }

    private static int mount(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
