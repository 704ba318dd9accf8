package org.ashlar.itests.torture;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Waiting;

/** R14: the database server goes away and comes back. */
final class DatabaseGone implements Trial {

    @Override
    public String name() {
        return "r14";
    }

    @Override
    public String title() {
        return "database gone for 1 to 60 s: 503 within 10 s, heals within 10 s, threads flat";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        if (ground.database() != Databases.POSTGRESQL) {
            report.skipped("the embedded database cannot go away by itself");
            return;
        }
        List<Long> accounts = ground.accounts(2);
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger odd = new AtomicInteger();
        AtomicLong slowest = new AtomicLong();
        long threads = threads(ground);
        double healed = 0;
        int[] outages = ground.size(1, 0) == 1 ? new int[] {1, 5, 20, 60} : new int[] {1, 12};
        try (Crowd crowd = new Crowd(8, (client, turn) -> {
            long begin = System.nanoTime();
            Answer answer = ground.api().post("/finance/postings", Ground.entry(accounts, client + "." + turn, "1"));
            slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
            if (answer.status() == 201) {
                acknowledged.put(answer.id(), answer.json().path("number").asText());
            } else if (answer.status() != 503) {
                System.out.println(answer.status() + " " + answer.text());
                odd.incrementAndGet();
            } else {
                Waiting.millis(100);
            }
        })) {
            for (int seconds : outages) {
                Waiting.millis(2000);
                ground.server().stop();
                Waiting.millis(seconds * 1000L);
                ground.server().restart();
                long back = System.nanoTime();
                int before = acknowledged.size();
                Waiting.until("it posts again", java.time.Duration.ofMinutes(2), () -> acknowledged.size() > before);
                healed = Math.max(healed, (System.nanoTime() - back) / 1e9);
            }
        }
        Map<Long, String> found = ground.entries();
        report.did("outages", outages.length, "");
        report.did("acknowledged", acknowledged.size(), "");
        report.atMost("acknowledged but lost", acknowledged.entrySet().stream()
                .filter(e -> !e.getValue().equals(found.get(e.getKey()))).count(), 0, "");
        report.atMost("answers other than 201 and 503", odd.get(), 0, "");
        report.atMost("longest answer", slowest.get() / 1e9, 10, "s");
        report.atMost("longest healing", healed, 10, "s");
        report.atMost("threads more than before", Math.max(0, threads(ground) - threads), 30, "");
        report.atMost("gaps", Numbers.of(found.values()).gaps(), 0, "");
        report.atMost("breaches of the auditor", ground.breaches(), 0, "");
    }

    private static long threads(Ground ground) throws Exception {
        return java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc", String.valueOf(ground.instance().pid()), "status"))
                .stream().filter(l -> l.startsWith("Threads:")).mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                .findFirst().orElse(0);
    }
}
