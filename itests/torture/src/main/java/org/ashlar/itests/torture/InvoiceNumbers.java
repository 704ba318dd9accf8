package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** R3: many clients post invoices while one in ten is refused. */
final class InvoiceNumbers implements Trial {

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
        new Crowd(32, number / 32, (client, turn) -> {
            boolean wrong = turn % 10 == 0;
            long invoice = ground.api().post("/finance/invoices", "{'kind':'CUSTOMER_INVOICE','party':" + customer
                    + ",'lines':[{'product':" + product + ",'quantity':'" + (wrong ? "0" : "1") + "','unitPrice':'10'}]}")
                    .id();
            int status = invoice == 0 ? 422 : ground.api().post("/finance/invoices/" + invoice + "/post", "{}").status();
            (status == 200 ? posted : status == 422 ? refused : failed).incrementAndGet();
        }).join();
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
}
