package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.books.TaxInfo;
import org.ashlar.finance.internal.model.TaxScope;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Base and amount per tax code in the company's currency, from the posted tax lines. Default range: the month so far. */
@Component(service = Report.class)
public final class TaxReport implements Report {

    private static final String SUMS = "SELECT l.tax_id, SUM(l.tax_base), SUM(l.company_debit - l.company_credit)"
            + " FROM finance_entry e JOIN finance_entry_line l ON l.entry_id = e.id WHERE e.company_id = ?"
            + " AND e.entry_date BETWEEN ? AND ? AND e.state = 'POSTED' AND l.tax_id IS NOT NULL GROUP BY l.tax_id";

    private final BooksCache cache;
    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public TaxReport(@Reference BooksCache cache, @Reference Access access, @Reference Sql sql) {
        this.cache = cache;
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.taxReport";
    }

    @Override
    public String permission() {
        return "finance.entry.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("from", "date", false), new ReportParameter("to", "date", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("finance.entry", "finance.entryLine", "finance.tax");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        Books books = cache.current();
        LocalDate to = request.date("to", access.today());
        LocalDate from = request.date("from", to.withDayOfMonth(1));
        List<List<Object>> rows = new ArrayList<>();
        BigDecimal due = BigDecimal.ZERO;
        for (Record sum : sql.any(context -> context.resultQuery(SUMS, books.companyId(), Date.valueOf(from),
                Date.valueOf(to)).fetch())) {
            TaxInfo tax = books.taxes().values().stream().filter(info -> info.id() == sum.get(0, Long.class)).findFirst()
                    .orElse(null);
            if (tax != null) {
                BigDecimal amount = sum.get(2, BigDecimal.class);
                due = due.subtract(amount);
                rows.add(Arrays.asList(tax.rule().code(), tax.scope().name(), tax.rule().rate(),
                        sum.get(1, BigDecimal.class), tax.scope() == TaxScope.SALE ? amount.negate() : amount));
            }
        }
        rows.sort((a, b) -> String.valueOf(a.get(0)).compareTo(String.valueOf(b.get(0))));
        return Scale.of(new ReportTable(List.of(new ReportTable.Column("code", "text"), new ReportTable.Column("scope", "text"),
                new ReportTable.Column("rate", "quantity"), new ReportTable.Column("base", "money"),
                new ReportTable.Column("amount", "money")), rows, Arrays.asList(null, null, null, null, due)), books.currency());
    }
}
