package org.ashlar.itests.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.ashlar.finance.internal.domain.TaxRounding;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Tenant;

/** R7: invoices by chance add up, in the rules themselves and as people post them. */
final class AddingUp implements Trial {

    private static final int SHOWN = 5;
    private static final Map<String, Integer> CURRENCIES = Map.of("JPY", 0, "USD", 2, "KWD", 3);
    private static final List<String> RATES = List.of("USD JPY 149.37", "USD KWD 0.3071", "JPY USD 0.006695", "JPY KWD 0.002056",
            "KWD USD 3.2563", "KWD JPY 486.4");

    @Override
    public String name() {
        return "r7";
    }

    @Override
    public String title() {
        return "generated invoices: net + tax = total, header = journal = PDF";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        rules(ground, report);
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger posted = new AtomicInteger();
        AtomicInteger printed = new AtomicInteger();
        int breaches = 0;
        List<PostedInvoices> books = new ArrayList<>();
        for (String rate : RATES) {
            String[] r = rate.split(" ");
            ground.api().post("/masters/currency-rates", "{'from':'" + r[0] + "','to':'" + r[1] + "','date':'2000-01-01','rate':'"
                    + r[2] + "'}").expect(201);
        }
        for (String currency : CURRENCIES.keySet()) {
            for (TaxRounding rounding : TaxRounding.values()) {
                Tenant company = Tenant.create(ground.instance(), "R7" + currency + rounding, "--currency " + currency
                        + " --country US --locale en --zone UTC --chart generic");
                books.add(new PostedInvoices(company.admin(), CURRENCIES, rounding));
            }
        }
        int each = ground.size(4_000, 240) / books.size() / 4;
        int prints = ground.size(20, 3);
        for (PostedInvoices book : books) {
            long offset = books.indexOf(book) * 1_000_000L;
            new Crowd(4, each, (client, turn) -> {
                long seed = offset + client * 10_000L + turn;
                try {
                    String found = book.post(seed, client == 0 && turn < prints);
                    posted.incrementAndGet();
                    printed.addAndGet(client == 0 && turn < prints ? 1 : 0);
                    if (found != null) {
                        wrong.add("invoice " + seed + ": " + found);
                    }
                } catch (RuntimeException | AssertionError e) {
                    wrong.add("invoice " + seed + ": " + e);
                }
            }).join();
            breaches += Ground.breaches(book.api());
        }
        wrong.stream().limit(SHOWN).forEach(System.out::println);
        report.did("invoices posted in 6 companies, 3 currencies", posted.get(), "");
        report.did("of them printed as PDF", printed.get(), "");
        report.atMost("header, lines, journal or PDF differ", wrong.size(), 0, "");
        report.atMost("breaches of the auditor", breaches, 0, "");
    }

    /** In this process; the database has no part in it. */
    private static void rules(Ground ground, Report report) {
        int number = ground.size(1_000_000, 50_000);
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        LongStream.range(0, number).parallel().forEach(seed -> {
            String found = GeneratedInvoice.of(seed).wrong();
            if (found != null) {
                wrong.add("seed " + seed + ": " + found);
            }
        });
        wrong.stream().limit(SHOWN).forEach(System.out::println);
        report.did("invoices through the tax rules", number, "");
        report.atMost("of them that do not add up", wrong.size(), 0, "");
    }

    /** Whether an answer's amount is this one. */
    static boolean same(com.fasterxml.jackson.databind.JsonNode found, java.math.BigDecimal expected) {
        return found.decimalValue().compareTo(expected) == 0;
    }

    /** Creates the taxes of {@link GeneratedInvoice} in a company. */
    static void taxes(Api api, String scope, String role, String prefix) {
        GeneratedInvoice.RULES.forEach(rule -> api.post("/finance/taxes", "{'code':'" + prefix + rule.code() + "','name':'"
                + rule.code() + "','scope':'" + scope + "','kind':'" + rule.kind() + "','rate':'" + rule.rate().toPlainString()
                + "','inclusive':" + rule.inclusive() + ",'includedInBase':" + rule.includedInBase() + ",'sequence':"
                + rule.sequence() + ",'role':'" + role + "'}").expect(201));
    }
}
