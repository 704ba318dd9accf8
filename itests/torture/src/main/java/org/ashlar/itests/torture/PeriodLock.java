package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ashlar.itests.support.Waiting;

/** R10: people post into a period while an accountant locks and unlocks it. */
final class PeriodLock implements Trial {

    @Override
    public String name() {
        return "r10";
    }

    @Override
    public String title() {
        return "16 posters against a toggled period lock: no row in a closed period";
    }

    @Override
    public void run(Ground ground, Report report) {
        int toggles = ground.size(100, 8);
        List<Long> accounts = ground.accounts(2);
        JsonNode period = ground.api().get("/finance/periods?sort=start&limit=1").expect(200).json().path("rows").get(0);
        String path = "/finance/periods/" + period.path("id").asLong();
        String date = period.path("start").asText();
        String count = "/finance/entries?fields=id&count=true&limit=1&filter=date=ge=" + date + ";date=le="
                + period.path("end").asText();
        AtomicInteger accepted = new AtomicInteger();
        AtomicLong grown = new AtomicLong();
        ConcurrentLinkedQueue<Integer> odd = new ConcurrentLinkedQueue<>();
        try (Crowd crowd = new Crowd(16, (client, turn) -> {
            int status = ground.api().post("/finance/postings", Ground.entry(accounts, client + "." + turn, "1")
                    .replaceFirst("\\{", "{'date':'" + date + "',")).status();
            if (status == 201) {
                accepted.incrementAndGet();
            } else if (status != 422) {
                odd.add(status);
            }
        })) {
            for (int i = 0; i < toggles; i++) {
                ground.api().post(path + "/lock", "{'reason':'torture'}").expect(200);
                long closed = ground.api().get(count).expect(200).json().path("total").asLong();
                Waiting.millis(60);
                grown.addAndGet(ground.api().get(count).expect(200).json().path("total").asLong() - closed);
                ground.api().post(path + "/unlock", "{'reason':'torture'}").expect(200);
                Waiting.millis(30);
            }
        }
        report.did("locks", toggles, "");
        report.did("accepted while open", accepted.get(), "");
        report.atMost("rows that appeared in the closed period", grown.get(), 0, "");
        report.atMost("answers that are neither", odd.size(), 0, "");
    }
}
