package org.ashlar.itests.torture;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** R4: two people save the same version of a record at the same moment. */
final class TwoWriters implements Trial {

    @Override
    public String name() {
        return "r4";
    }

    @Override
    public String title() {
        return "two writers, same version: exactly one 409 or 412";
    }

    @Override
    public void run(Ground ground, Report report) {
        int rounds = ground.size(2_000, 100);
        long party = ground.customer("Contended");
        CyclicBarrier start = new CyclicBarrier(2);
        AtomicIntegerArray saved = new AtomicIntegerArray(rounds);
        AtomicIntegerArray refused = new AtomicIntegerArray(rounds);
        AtomicInteger overwritten = new AtomicInteger();
        long[] version = {ground.api().get("/masters/parties/" + party).expect(200).json().path("version").asLong()};
        new Crowd(2, rounds, (client, turn) -> {
            start.await();
            int status = ground.api().patch("/masters/parties/" + party, version[0], "{'note':'" + client + "-" + turn + "'}")
                    .status();
            (status == 200 ? saved : status == 409 || status == 412 ? refused : new AtomicIntegerArray(rounds))
                    .incrementAndGet(turn);
            start.await();
            if (client == 0) {
                version[0] = ground.api().get("/masters/parties/" + party).json().path("version").asLong();
            }
            start.await();
        }).join();
        int wrong = 0;
        for (int i = 0; i < rounds; i++) {
            overwritten.addAndGet(saved.get(i) > 1 ? 1 : 0);
            wrong += saved.get(i) == 1 && refused.get(i) == 1 ? 0 : 1;
        }
        report.did("rounds", rounds, "");
        report.atMost("silently overwritten", overwritten.get(), 0, "");
        report.atMost("rounds without one winner and one refusal", wrong, 0, "");
    }
}
