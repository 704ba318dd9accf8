package org.ashlar.itests.torture;

import java.util.concurrent.atomic.AtomicInteger;

/** R2: more people want the last units than there are. */
final class LastUnits implements Trial {

    @Override
    public String name() {
        return "r2";
    }

    @Override
    public String title() {
        return "contended reservations: nothing oversold";
    }

    @Override
    public void run(Ground ground, Report report) {
        int tries = ground.size(100_000, 2_000);
        int units = tries / 2;
        long product = ground.stocked(units);
        long location = ground.location();
        AtomicInteger reserved = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        new Crowd(16, tries / 16, (client, turn) -> {
            int status = ground.api().post("/inventory/reservations", "{'product':" + product + ",'location':" + location
                    + ",'quantity':1}").status();
            (status == 201 ? reserved : status == 422 ? refused : failed).incrementAndGet();
        }).join();
        report.did("attempts", reserved.get() + refused.get() + failed.get(), "");
        report.did("refused with words", refused.get(), "");
        report.atMost("units oversold", Math.max(0, reserved.get() - units), 0, "");
        report.atMost("units left although wanted", Math.max(0, units - reserved.get()), 0, "");
        report.atMost("answers that are neither", failed.get(), 0, "");
        report.atMost("breaches of the auditor", ground.breaches(), 0, "");
    }
}
