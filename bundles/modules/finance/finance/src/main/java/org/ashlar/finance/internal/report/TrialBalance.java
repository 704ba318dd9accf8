package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ashlar.finance.internal.balance.Turnovers;
import org.ashlar.finance.internal.balance.Turnovers.Turnover;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.masters.FiscalCalendar;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opening balance, turnover and closing balance of every account, from the kept balances; with {@code recomputed=true}
 * from the lines. Default range: the fiscal year up to today.
 */
@Component(service = Report.class)
public final class TrialBalance implements Report {

    private final BooksCache cache;
    private final Turnovers turnovers;
    private final FiscalCalendar calendar;
    private final Access access;

    /** Injected. */
    @Activate
    public TrialBalance(@Reference BooksCache cache, @Reference Turnovers turnovers, @Reference FiscalCalendar calendar,
            @Reference Access access) {
        this.cache = cache;
        this.turnovers = turnovers;
        this.calendar = calendar;
        this.access = access;
    }

    @Override
    public String id() {
        return "finance.trialBalance";
    }

    @Override
    public String permission() {
        return "finance.entry.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("from", "date", false), new ReportParameter("to", "date", false),
                new ReportParameter("recomputed", "boolean", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("finance.entry", "finance.entryLine", "finance.account");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        Books books = cache.current();
        LocalDate to = request.date("to", null);
        LocalDate from = request.date("from", null);
        if (to == null) {
            to = calendar.yearOf(from == null ? access.today() : from).end();
        }
        if (from == null) {
            from = calendar.yearOf(to).start();
        }
        boolean recomputed = Boolean.parseBoolean(request.text("recomputed", "false"));
        return Scale.of(table(books, recomputed ? turnovers.recomputed(books, from, to) : turnovers.kept(books, from, to)),
                books.currency());
    }

    private ReportTable table(Books books, Map<Long, Turnover> sums) {
        boolean chinese = "zh".equals(access.caller().locale().getLanguage());
        List<List<Object>> rows = new ArrayList<>();
        BigDecimal[] totals = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        books.accounts().values().stream().filter(account -> sums.containsKey(account.id()))
                .sorted(Comparator.comparing(AccountInfo::code)).forEach(account -> {
                    Turnover sum = sums.get(account.id());
                    BigDecimal closing = sum.closing();
                    BigDecimal closingDebit = closing.max(BigDecimal.ZERO);
                    BigDecimal closingCredit = closing.negate().max(BigDecimal.ZERO);
                    BigDecimal[] values = {sum.opening(), sum.debit(), sum.credit(), closingDebit, closingCredit};
                    List<Object> row = new ArrayList<>(List.of(account.code(),
                            chinese && account.nameZh() != null ? account.nameZh() : account.name(), account.type().name()));
                    for (int i = 0; i < values.length; i++) {
                        totals[i] = totals[i].add(values[i]);
                        row.add(values[i]);
                    }
                    rows.add(row);
                });
        List<Object> total = new ArrayList<>(Arrays.asList(null, null, null));
        total.addAll(List.of(totals));
        return new ReportTable(List.of(new ReportTable.Column("code", "text"), new ReportTable.Column("name", "text"),
                new ReportTable.Column("type", "text"), new ReportTable.Column("opening", "money"),
                new ReportTable.Column("debit", "money"), new ReportTable.Column("credit", "money"),
                new ReportTable.Column("closingDebit", "money"), new ReportTable.Column("closingCredit", "money")), rows,
                total);
    }
}
