package org.ashlar.itests.torture;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.itests.support.Answer;

/** R5: every POST is sent again with its Idempotency-Key, at the same time and after a kill. */
final class Replay implements Trial {

    @Override
    public String name() {
        return "r5";
    }

    @Override
    public String title() {
        return "replayed POSTs, in parallel and after a kill: one document, same answer";
    }

    @Override
    public void run(Ground ground, Report report) {
        int keys = ground.size(2_000, 100);
        java.util.List<Long> accounts = ground.accounts(2);
        int before = ground.entries().size();
        Map<Integer, Set<Long>> answers = new ConcurrentHashMap<>();
        AtomicInteger other = new AtomicInteger();
        // Three clients send each key at about the same time.
        new Crowd(3, keys, (client, turn) -> send(ground, accounts, turn, answers, other)).join();
        ground.instance().kill();
        ground.instance().start();
        new Crowd(2, keys, (client, turn) -> send(ground, accounts, turn, answers, other)).join();
        long several = answers.values().stream().filter(ids -> ids.size() != 1).count();
        report.did("keys, five requests each", keys, "");
        report.atMost("keys with several documents or none", several + (keys - answers.size()), 0, "");
        report.atMost("documents too many", Math.abs(ground.entries().size() - before - keys), 0, "");
        report.atMost("unexpected answers", other.get(), 0, "");
        Answer changed = ground.api().with("Idempotency-Key", "torture-0").post("/finance/postings",
                Ground.entry(accounts, "other body", "9"));
        report.atMost("same key with another body accepted", changed.status() == 422 || changed.status() == 409 ? 0 : 1, 0, "");
    }

    private static void send(Ground ground, java.util.List<Long> accounts, int key, Map<Integer, Set<Long>> answers,
            AtomicInteger other) {
        Answer answer = ground.api().with("Idempotency-Key", "torture-" + key).post("/finance/postings",
                Ground.entry(accounts, "key " + key, "3"));
        if (answer.status() == 201) {
            answers.computeIfAbsent(key, k -> new ConcurrentSkipListSet<>()).add(answer.id());
        } else if (answer.status() != 409) {
            // 409 says that the first request with this key is still at work.
            other.incrementAndGet();
        }
    }
}
