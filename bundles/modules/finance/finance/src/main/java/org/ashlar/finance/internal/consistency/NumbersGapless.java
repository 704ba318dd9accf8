package org.ashlar.finance.internal.consistency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.jooq.Cursor;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Legal numbers of entries and invoices are unique and gapless. A number is a prefix and the digits at its end, whatever
 * pattern an administrator chose; per series and prefix the digits must be a run.
 */
@Component(service = ConsistencyRule.class)
public final class NumbersGapless implements ConsistencyRule {

    private static final String ENTRIES = "SELECT journal_id, doc_number FROM finance_entry WHERE company_id = ?"
            + " AND doc_number IS NOT NULL";
    private static final String INVOICES = "SELECT kind, doc_number FROM finance_invoice WHERE company_id = ?"
            + " AND doc_number IS NOT NULL";
    private static final int FETCH = 5_000;

    private final Access access;
    private final Sql sql;

    private static final class Run {
        private long count;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        void add(long number) {
            count++;
            first = Math.min(first, number);
            last = Math.max(last, number);
        }
    }

    /** Injected. */
    @Activate
    public NumbersGapless(@Reference Access access, @Reference Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.numbersGapless";
    }

    @Override
    public List<Breach> check() {
        List<Breach> breaches = new ArrayList<>(check("finance.entry", ENTRIES));
        breaches.addAll(check("finance.invoice", INVOICES));
        return breaches;
    }

    private List<Breach> check(String model, String statement) {
        long company = access.caller().companyId();
        Map<String, Run> runs = sql.read(context -> {
            Map<String, Run> found = new HashMap<>();
            try (Cursor<Record> rows = context.resultQuery(statement, company).fetchSize(FETCH).fetchLazy()) {
                for (Record row : rows) {
                    add(found, row.get(0, String.class), row.get(1, String.class));
                }
            }
            return found;
        });
        List<Breach> breaches = new ArrayList<>();
        runs.forEach((series, run) -> {
            long expected = run.last - run.first + 1;
            if (expected != run.count) {
                breaches.add(new Breach(model, 0, series, String.valueOf(expected), String.valueOf(run.count)));
            }
        });
        return breaches;
    }

    private static void add(Map<String, Run> runs, String series, String number) {
        int digits = number.length();
        while (digits > 0 && Character.isDigit(number.charAt(digits - 1)) && number.length() - digits < 18) {
            digits--;
        }
        if (digits < number.length()) {
            runs.computeIfAbsent(series + " " + number.substring(0, digits), key -> new Run())
                    .add(Long.parseLong(number.substring(digits)));
        }
    }
}
