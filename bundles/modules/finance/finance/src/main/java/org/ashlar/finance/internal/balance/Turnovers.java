package org.ashlar.finance.internal.balance;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.PeriodInfo;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What was posted per account, from the kept balances or, for comparison, from the lines. One statement where nobody posts
 * meanwhile. Thread-safe.
 */
@Component(service = Turnovers.class)
public final class Turnovers {

    /**
     * Sums of an account in the company's currency.
     *
     * @param openingDebit debit before the range
     * @param openingCredit credit before the range
     * @param debit debit inside the range
     * @param credit credit inside the range
     */
    public record Turnover(BigDecimal openingDebit, BigDecimal openingCredit, BigDecimal debit, BigDecimal credit) {

        /** Debit less credit before the range. */
        public BigDecimal opening() {
            return openingDebit.subtract(openingCredit);
        }

        /** Debit less credit at its end. */
        public BigDecimal closing() {
            return opening().add(debit).subtract(credit);
        }
    }

    private final WholeEntries entries;
    private final FoldGate gate;

    /** Injected. */
    @Activate
    public Turnovers(@Reference WholeEntries entries, @Reference FoldGate gate) {
        this.entries = entries;
        this.gate = gate;
    }

    /** Per account id, from the balances; days inside a period that is only partly covered come from its lines. */
    public Map<Long, Turnover> kept(Books books, LocalDate from, LocalDate to) {
        Statement statement = new Statement();
        for (String rows : List.of("finance_balance l", Unfolded.lines(gate.derby()))) {
            statement.part("SELECT l.account_id AS account_id, CASE WHEN p.end_date < ? THEN l.company_debit ELSE 0 END AS od,"
                    + " CASE WHEN p.end_date < ? THEN l.company_credit ELSE 0 END AS oc, l.company_debit AS td,"
                    + " l.company_credit AS tc FROM " + rows + " JOIN finance_period p ON p.id = l.period_id"
                    + " WHERE l.company_id = ? AND p.end_date <= ?", date(from), date(from), books.companyId(), date(to));
        }
        PeriodInfo first = books.period(from).orElse(null);
        if (first != null && first.start().isBefore(from)) {
            lines(statement, books, first.start(), from.minusDays(1), "l.company_debit", "l.company_credit", "0", "0");
        }
        PeriodInfo last = books.period(to).orElse(null);
        if (last != null && last.end().isAfter(to)) {
            lines(statement, books, last.start(), to, "0", "0", "l.company_debit", "l.company_credit");
        }
        return gate.reading(() -> run(statement));
    }

    /** The same from the lines alone: slower, and independent of the kept balances. */
    public Map<Long, Turnover> recomputed(Books books, LocalDate from, LocalDate to) {
        Statement statement = new Statement();
        statement.part("SELECT l.account_id AS account_id, CASE WHEN l.entry_date < ? THEN l.company_debit ELSE 0 END AS od,"
                + " CASE WHEN l.entry_date < ? THEN l.company_credit ELSE 0 END AS oc, l.company_debit AS td,"
                + " l.company_credit AS tc FROM finance_entry_line l WHERE l.company_id = ? AND l.posted = TRUE"
                + " AND l.entry_date <= ?", date(from), date(from), books.companyId(), date(to));
        return run(statement);
    }

    private static void lines(Statement statement, Books books, LocalDate from, LocalDate to, String od, String oc,
            String td, String tc) {
        statement.part("SELECT l.account_id AS account_id, " + od + " AS od, " + oc + " AS oc, " + td + " AS td, " + tc
                + " AS tc FROM finance_entry e JOIN finance_entry_line l ON l.entry_id = e.id WHERE e.company_id = ?"
                + " AND e.entry_date BETWEEN ? AND ? AND e.state = 'POSTED'", books.companyId(), date(from), date(to));
    }

    private Map<Long, Turnover> run(Statement statement) {
        String text = "SELECT account_id, SUM(od), SUM(oc), SUM(td), SUM(tc) FROM (" + String.join(" UNION ALL ",
                statement.parts) + ") t GROUP BY account_id";
        return entries.read(db -> sums(db, text, statement.values), Turnovers::balanced);
    }

    private static Map<Long, Turnover> sums(DSLContext db, String text, List<Object> values) {
        Map<Long, Turnover> result = new LinkedHashMap<>();
        for (Record row : db.resultQuery(text, values.toArray()).fetch()) {
            BigDecimal od = row.get(1, BigDecimal.class);
            BigDecimal oc = row.get(2, BigDecimal.class);
            result.put(row.get(0, Long.class), new Turnover(od, oc, row.get(3, BigDecimal.class).subtract(od),
                    row.get(4, BigDecimal.class).subtract(oc)));
        }
        return result;
    }

    private static boolean balanced(Map<Long, Turnover> sums) {
        return sums.values().stream().map(Turnover::closing).reduce(BigDecimal.ZERO, BigDecimal::add).signum() == 0;
    }

    private static Date date(LocalDate date) {
        return Date.valueOf(date);
    }

    /** Parts of a union and their values. */
    private static final class Statement {
        private final List<String> parts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void part(String text, Object... args) {
            parts.add(text);
            values.addAll(List.of(args));
        }
    }
}
