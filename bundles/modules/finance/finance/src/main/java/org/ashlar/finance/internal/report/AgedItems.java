package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.ashlar.finance.AccountType;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.domain.Ageing;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.access.VisibleRows;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Open items by party and days overdue, as they were on any date: items dated up to it, less allocations dated up to it.
 * Without a date it is today's picture, straight from what is still open. Thread-safe.
 */
@Component(service = AgedItems.class)
public final class AgedItems {

    private static final String NOW = "SELECT party_id, account_id, due_date, SUM(company_residual) FROM finance_open_item i"
            + " WHERE company_id = ? AND residual <> 0{rules} GROUP BY party_id, account_id, due_date";
    private static final String THEN = "SELECT party_id, account_id, due_date, SUM(x) FROM ("
            + "SELECT party_id, account_id, due_date, company_amount AS x FROM finance_open_item i WHERE company_id = ?"
            + " AND item_date <= ?{rules}"
            + " UNION ALL SELECT i.party_id, i.account_id, i.due_date, -a.company_debit AS x FROM finance_allocation a"
            + " JOIN finance_open_item i ON i.id = a.debit_item_id WHERE a.company_id = ? AND a.alloc_date <= ?{rules}"
            + " UNION ALL SELECT i.party_id, i.account_id, i.due_date, a.company_credit AS x FROM finance_allocation a"
            + " JOIN finance_open_item i ON i.id = a.credit_item_id WHERE a.company_id = ? AND a.alloc_date <= ?{rules}"
            + ") t GROUP BY party_id, account_id, due_date HAVING SUM(x) <> 0";

    private static final int PARTS = 3;

    private final BooksCache cache;
    private final PartyNames parties;
    private final Access access;
    private final RecordAccess records;
    private final Sql sql;

    /** Injected. */
    @Activate
    public AgedItems(@Reference BooksCache cache, @Reference PartyNames parties, @Reference Access access, @Reference Sql sql,
            @Reference RecordAccess records) {
        this.records = records;
        this.cache = cache;
        this.parties = parties;
        this.access = access;
        this.sql = sql;
    }

    /** The table for control accounts of a class; payables are shown positive. */
    ReportTable table(ReportRequest request, AccountType type) {
        Books books = cache.current();
        LocalDate asOf = request.date("date", access.today());
        boolean today = request.date("date", null) == null;
        Date day = Date.valueOf(asOf);
        long company = books.companyId();
        VisibleRows visible = records.rows("finance.openItem");
        VisibleRows parts = records.rows("masters.party");
        String rules = visible.and("i.id") + parts.and("i.party_id");
        List<Object> binds = new ArrayList<>();
        for (int part = 0; part < (today ? 1 : PARTS); part++) {
            binds.addAll(today ? List.of(company) : List.of(company, day));
            binds.addAll(visible.binds());
            binds.addAll(parts.binds());
        }
        List<Record> items = List.copyOf(sql.any(context -> context.resultQuery((today ? NOW : THEN).replace("{rules}", rules),
                binds.toArray()).fetch()));
        Map<Long, Ageing> byParty = new TreeMap<>();
        for (Record item : items) {
            AccountInfo account = books.accounts().get(item.get(1, Long.class));
            if (account != null && account.type() == type) {
                BigDecimal open = item.get(3, BigDecimal.class);
                byParty.computeIfAbsent(item.get(0, Long.class), party -> new Ageing()).add(
                        item.get(2, Date.class).toLocalDate(), asOf, type == AccountType.LIABILITY ? open.negate() : open);
            }
        }
        return Scale.of(table(byParty), books.currency());
    }

    private ReportTable table(Map<Long, Ageing> byParty) {
        Map<Long, String> names = parties.of(byParty.keySet());
        BigDecimal[] totals = new BigDecimal[Ageing.BANDS + 1];
        Arrays.fill(totals, BigDecimal.ZERO);
        List<List<Object>> rows = new ArrayList<>();
        byParty.forEach((party, ageing) -> {
            List<Object> row = new ArrayList<>();
            row.add(party);
            row.add(names.get(party));
            for (int band = 0; band < Ageing.BANDS; band++) {
                row.add(ageing.sum(band));
                totals[band] = totals[band].add(ageing.sum(band));
            }
            row.add(ageing.total());
            totals[Ageing.BANDS] = totals[Ageing.BANDS].add(ageing.total());
            rows.add(row);
        });
        List<Object> total = new ArrayList<>(Arrays.asList(null, null));
        total.addAll(Arrays.asList(totals));
        return new ReportTable(List.of(new ReportTable.Column("partyId", "number"), new ReportTable.Column("party", "text"),
                new ReportTable.Column("notDue", "money"), new ReportTable.Column("days30", "money"),
                new ReportTable.Column("days60", "money"), new ReportTable.Column("days90", "money"),
                new ReportTable.Column("over90", "money"), new ReportTable.Column("total", "money")), rows, total);
    }
}
