package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.access.VisibleRows;
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

/** Statement of account of a customer or vendor (对账单): its items with what is open of each and a running balance. */
@Component(service = Report.class)
public final class PartyStatement implements Report {

    private static final String ITEMS = "SELECT item_date, doc_number, due_date, currency, amount, residual, company_amount"
            + " FROM finance_open_item WHERE company_id = ? AND party_id = ? AND item_date <= ? ORDER BY item_date, id"
            + " FETCH FIRST 20000 ROWS ONLY";

    private static final String HIDDEN = "SELECT COUNT(*) FROM finance_open_item WHERE company_id = ? AND party_id = ?"
            + " AND item_date <= ?";

    private final BooksCache cache;
    private final Access access;
    private final RecordAccess records;
    private final Sql sql;

    /** Injected. */
    @Activate
    public PartyStatement(@Reference BooksCache cache, @Reference Access access, @Reference Sql sql,
            @Reference RecordAccess records) {
        this.records = records;
        this.cache = cache;
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.partyStatement";
    }

    @Override
    public String permission() {
        return "finance.openItem.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("party", "id", true), new ReportParameter("from", "date", false),
                new ReportParameter("to", "date", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("finance.openItem", "masters.party");
    }

    @Override
    public Set<String> filters() {
        return models();
    }

    @Override
    public ReportTable run(ReportRequest request) {
        long party = request.number("party", 0L);
        LocalDate to = request.date("to", access.today());
        whole(party, to);
        LocalDate from = request.date("from", LocalDate.of(1900, 1, 1));
        BigDecimal balance = BigDecimal.ZERO;
        List<List<Object>> rows = new ArrayList<>();
        for (Record item : sql.any(context -> context.resultQuery(ITEMS, access.caller().companyId(), party,
                Date.valueOf(to)).fetch())) {
            balance = balance.add(item.get(6, BigDecimal.class));
            LocalDate date = item.get(0, Date.class).toLocalDate();
            if (!date.isBefore(from)) {
                rows.add(Arrays.asList(date, item.get(1, String.class), item.get(2, Date.class).toLocalDate(),
                        item.get(3, String.class), item.get(4, BigDecimal.class), item.get(5, BigDecimal.class),
                        item.get(6, BigDecimal.class), balance));
            }
        }
        return Scale.of(new ReportTable(List.of(new ReportTable.Column("date", "date"), new ReportTable.Column("number", "text"),
                new ReportTable.Column("dueDate", "date"), new ReportTable.Column("currency", "text"),
                new ReportTable.Column("amount", "money"), new ReportTable.Column("open", "money"),
                new ReportTable.Column("companyAmount", "money"), new ReportTable.Column("balance", "money")), rows,
                Arrays.asList(null, null, null, null, null, null, null, balance)), cache.current().currency());
    }

    /** A balance that leaves items out would be wrong: the statement is for those who see all items of the party. */
    private void whole(long party, LocalDate to) {
        if (records.restricted("masters.party") && !records.mayRead("masters.party", party)) {
            throw Problem.notFound("masters.party", party);
        }
        VisibleRows visible = records.rows("finance.openItem");
        if (!visible.all()) {
            List<Object> binds = new ArrayList<>(List.of(access.caller().companyId(), party, Date.valueOf(to)));
            binds.addAll(visible.binds());
            if (sql.any(context -> context.fetchOne(HIDDEN + visible.and("id").replaceFirst(" AND id IN", " AND id NOT IN"),
                    binds.toArray())).get(0, Long.class) > 0) {
                throw Problem.of(ProblemKind.DENIED, "finance.partyStatement.partial");
            }
        }
    }
}
