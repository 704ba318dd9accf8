package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Waiting;

/** R3: many clients post invoices while one in ten is refused. */
final class InvoiceNumbers implements Trial {

    private static final List<String> TASKS = List.of("masters.fiscalYears", "finance.upcomingPeriods",
            "finance.foldBalances", "finance.purgePostingKeys", "platform.auditSeal");

    @Override
    public String name() {
        return "r3";
    }

    @Override
    public String title() {
        return "invoices from 32 clients, 10 % refused: numbers unique and without gap";
    }

    @Override
    public void run(Ground ground, Report report) {
        int number = ground.size(10_000, 320);
        long customer = ground.customer("Numbered");
        long product = ground.service("Numbered hours");
        AtomicInteger posted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        try (Crowd tasks = new Crowd(1, (client, turn) -> {
            // What the clock does beside people: balances are folded, keys purged, the log sealed.
            TASKS.forEach(task -> ground.api().post("/operations/schedules/" + task + "/run", "{}").expect(202));
            Waiting.millis(1_000);
        })) {
            post(ground, number, customer, product, posted, refused, failed);
        }
        List<String> numbers = new ArrayList<>();
        for (long after = 0;;) {
            JsonNode rows = ground.api().get("/finance/invoices?fields=id,number&sort=id&limit=1000&filter=state=in=(POSTED,PAID);id=gt="
                    + after).expect(200).json().path("rows");
            for (JsonNode row : rows) {
                after = row.path("id").asLong();
                numbers.add(row.path("number").asText());
            }
            if (rows.size() < 1000) {
                break;
            }
        }
        Numbers found = Numbers.of(numbers);
        report.did("posted", posted.get(), "");
        report.did("refused", refused.get(), "");
        report.atMost("acknowledged but not there", Math.max(0, posted.get() - numbers.size()), 0, "");
        report.atMost("duplicate numbers", found.duplicates(), 0, "");
        report.atMost("gaps", found.gaps(), 0, "");
        report.atMost("answers that are neither", failed.get(), 0, "");
        report.atMost("breaches of the auditor", ground.breaches(), 0, "");
    }

    private static void post(Ground ground, int number, long customer, long product, AtomicInteger posted, AtomicInteger refused,
            AtomicInteger failed) {
        new Crowd(32, number / 32, (client, turn) -> {
            boolean wrong = turn % 10 == 0;
            long invoice = ground.api().post("/finance/invoices", "{'kind':'CUSTOMER_INVOICE','party':" + customer
                    + ",'lines':[{'product':" + product + ",'quantity':'" + (wrong ? "0" : "1") + "','unitPrice':'10'}]}")
                    .id();
            Answer answer = invoice == 0 ? null : ground.api().post("/finance/invoices/" + invoice + "/post", "{}");
            int status = answer == null ? 422 : answer.status();
            if (status != 200 && status != 422) {
                System.out.println(answer.status() + " " + answer.text());
            }
            (status == 200 ? posted : status == 422 ? refused : failed).incrementAndGet();
        }).join();
    }
}
