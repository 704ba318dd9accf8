package org.ashlar.itests.torture;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Waiting;

/** R1: the process is killed again and again while clients post and sell. */
final class KillLoop implements Trial {

    @Override
    public String name() {
        return "r1";
    }

    @Override
    public String title() {
        return "kill -9 under mixed posting: nothing acknowledged is lost, ready again soon";
    }

    @Override
    public void run(Ground ground, Report report) {
        int cycles = ground.size(60, 3);
        List<Long> accounts = ground.accounts(2);
        long customer = ground.customer("Killed");
        long product = ground.service("Killed hours");
        Map<Long, String> entries = new ConcurrentHashMap<>();
        Map<Long, String> orders = new ConcurrentHashMap<>();
        double slowest = 0;
        for (int cycle = 0; cycle < cycles; cycle++) {
            int before = entries.size();
            int round = cycle;
            try (Crowd crowd = new Crowd(16, (client, turn) -> {
                if (client < 12) {
                    Answer answer = ground.api().post("/finance/postings",
                            Ground.entry(accounts, round + "-" + client + "-" + turn, "4"));
                    if (answer.status() == 201) {
                        entries.put(answer.id(), answer.json().path("number").asText());
                    }
                } else {
                    long order = ground.api().post("/sales/orders", "{'party':" + customer + ",'lines':[{'product':" + product
                            + ",'quantity':'1'}]}").expect(201).id();
                    orders.put(order, "DRAFT");
                    if (ground.api().post("/sales/orders/" + order + "/confirm", "{}").status() == 200) {
                        orders.put(order, "CONFIRMED");
                    }
                }
            })) {
                Waiting.until("documents are acknowledged", java.time.Duration.ofMinutes(2),
                        () -> entries.size() > before + 200);
                ground.instance().kill();
            }
            slowest = Math.max(slowest, ground.instance().start());
        }
        Map<Long, String> found = ground.entries();
        long lost = entries.entrySet().stream().filter(e -> !e.getValue().equals(found.get(e.getKey()))).count();
        long undone = orders.entrySet().stream().filter(o -> !ground.api().get("/sales/orders/" + o.getKey()).json()
                .path("state").asText().equals(o.getValue()) && "CONFIRMED".equals(o.getValue())).count();
        Numbers numbers = Numbers.of(found.values());
        report.did("kills", cycles, "");
        report.did("acknowledged documents", entries.size() + orders.size(), "");
        report.atMost("acknowledged documents lost", lost + undone, 0, "");
        report.atMost("duplicate numbers", numbers.duplicates(), 0, "");
        report.atMost("gaps", numbers.gaps(), 0, "");
        report.atMost("slowest start to ready", slowest, 30, "s");
        report.atMost("breaches of the auditor", ground.breaches(), 0, "");
    }
}
