package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.ashlar.finance.internal.balance.Turnovers;
import org.ashlar.finance.internal.balance.Turnovers.Turnover;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.masters.FiscalCalendar;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every line of an account with its running balance (明细账). */
@Component(service = Report.class)
public final class GeneralLedger implements Report {

    private static final int MAX_ROWS = 50_000;
    private static final String LINES = "SELECT e.entry_date, e.doc_number, e.reference, COALESCE(l.description,"
            + " e.description), l.party_id, l.currency, l.debit - l.credit, l.company_debit, l.company_credit, e.id"
            + " FROM finance_entry_line l JOIN finance_entry e ON e.id = l.entry_id WHERE l.company_id = ?"
            + " AND l.account_id = ? AND l.entry_date BETWEEN ? AND ? AND l.posted = TRUE"
            + " ORDER BY l.entry_date, e.posted_at, l.id FETCH FIRST " + MAX_ROWS + " ROWS ONLY";

    private final BooksCache cache;
    private final Turnovers turnovers;
    private final FiscalCalendar calendar;
    private final PartyNames parties;
    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public GeneralLedger(@Reference BooksCache cache, @Reference Turnovers turnovers, @Reference FiscalCalendar calendar,
            @Reference PartyNames parties, @Reference Access access, @Reference Sql sql) {
        this.cache = cache;
        this.turnovers = turnovers;
        this.calendar = calendar;
        this.parties = parties;
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.generalLedger";
    }

    @Override
    public String permission() {
        return "finance.entry.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("account", "text", true), new ReportParameter("from", "date", false),
                new ReportParameter("to", "date", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("finance.entry", "finance.entryLine", "finance.account", "masters.party");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        Books books = cache.current();
        AccountInfo account = account(books, request.text("account", ""));
        LocalDate to = request.date("to", access.today());
        LocalDate from = request.date("from", null) == null ? calendar.yearOf(to).start() : request.date("from", null);
        Turnover sum = turnovers.kept(books, from, to).get(account.id());
        BigDecimal balance = sum == null ? BigDecimal.ZERO : sum.opening();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(from, null, null, null, null, null, null, null, null, balance));
        List<Record> lines = List.copyOf(sql.any(context -> context.resultQuery(LINES, books.companyId(), account.id(),
                Date.valueOf(from), Date.valueOf(to)).fetch()));
        var names = parties.of(lines.stream().map(line -> line.get(4, Long.class)).toList());
        BigDecimal debit = BigDecimal.ZERO;
        BigDecimal credit = BigDecimal.ZERO;
        for (Record line : lines) {
            BigDecimal in = line.get(7, BigDecimal.class);
            BigDecimal out = line.get(8, BigDecimal.class);
            balance = balance.add(in).subtract(out);
            debit = debit.add(in);
            credit = credit.add(out);
            rows.add(Arrays.asList(line.get(0, Date.class).toLocalDate(), line.get(1, String.class),
                    line.get(2, String.class), line.get(3, String.class), names.get(line.get(4, Long.class)),
                    line.get(5, String.class), line.get(6, BigDecimal.class), in, out, balance));
        }
        return Scale.of(new ReportTable(List.of(new ReportTable.Column("date", "date"), new ReportTable.Column("number", "text"),
                new ReportTable.Column("reference", "text"), new ReportTable.Column("text", "text"),
                new ReportTable.Column("party", "text"), new ReportTable.Column("currency", "text"),
                new ReportTable.Column("amount", "money"), new ReportTable.Column("debit", "money"),
                new ReportTable.Column("credit", "money"), new ReportTable.Column("balance", "money")), rows,
                Arrays.asList(null, null, null, null, null, null, null, debit, credit, balance)), books.currency());
    }

    private static AccountInfo account(Books books, String text) {
        AccountInfo byCode = books.codes().get(text);
        AccountInfo found = byCode != null ? byCode
                : text.chars().allMatch(Character::isDigit) && !text.isEmpty() && text.length() < 19
                        ? books.accounts().get(Long.valueOf(text)) : null;
        if (found == null) {
            throw new Problem(ProblemKind.BAD_REQUEST, "finance.account.unknown", List.of(text),
                    List.of(FieldError.of("account", "finance.account.unknown", text)));
        }
        return found;
    }
}
