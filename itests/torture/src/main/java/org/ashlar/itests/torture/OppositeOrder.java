package org.ashlar.itests.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** R6: documents touch the same accounts and items in opposite order. */
final class OppositeOrder implements Trial {

    @Override
    public String name() {
        return "r6";
    }

    @Override
    public String title() {
        return "same accounts and items in opposite order: no error to the user, no stall";
    }

    @Override
    public void run(Ground ground, Report report) {
        int turns = ground.size(400, 20);
        long customer = ground.customer("Crossing");
        List<Long> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            items.add(ground.stocked(1_000_000));
        }
        AtomicInteger errors = new AtomicInteger();
        AtomicLong slowest = new AtomicLong();
        new Crowd(8, turns, (client, turn) -> {
            List<Long> mine = new ArrayList<>(items);
            if (client % 2 == 0) {
                Collections.reverse(mine);
            }
            StringBuilder lines = new StringBuilder();
            mine.forEach(item -> lines.append(lines.length() == 0 ? "" : ",").append("{'product':").append(item)
                    .append(",'quantity':'1'}"));
            String order = "/sales/orders/" + ground.api().post("/sales/orders", "{'party':" + customer + ",'lines':[" + lines
                    + "]}").expect(201).id();
            for (String action : List.of("confirm", "deliver")) {
                long begin = System.nanoTime();
                int status = ground.api().post(order + "/" + action, "{}").status();
                slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                if (status != 200) {
                    errors.incrementAndGet();
                }
            }
        }).join();
        report.did("orders confirmed and delivered", 8L * turns, "");
        report.atMost("errors to the user", errors.get(), 0, "");
        report.atMost("longest wait", slowest.get() / 1e9, 5, "s");
        report.atMost("breaches of the auditor", ground.breaches(), 0, "");
    }
}
