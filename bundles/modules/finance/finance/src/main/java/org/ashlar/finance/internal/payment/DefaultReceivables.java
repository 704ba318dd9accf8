package org.ashlar.finance.internal.payment;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.List;

import org.ashlar.finance.AccountType;
import org.ashlar.finance.Exposure;
import org.ashlar.finance.Receivables;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sums of open items, by one statement over the party's own. */
@Component(service = Receivables.class)
public final class DefaultReceivables implements Receivables {

    private final BooksCache cache;
    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public DefaultReceivables(@Reference BooksCache cache, @Reference Access access, @Reference Sql sql) {
        this.cache = cache;
        this.access = access;
        this.sql = sql;
    }

    @Override
    public Exposure of(long partyId) {
        access.require("finance.openItem.read");
        Books books = cache.current();
        BigDecimal open = BigDecimal.ZERO;
        BigDecimal overdue = BigDecimal.ZERO;
        List<Record> rows = List.copyOf(sql.any(context -> context.resultQuery(
                "SELECT account_id, SUM(company_residual), SUM(CASE WHEN due_date < ? THEN company_residual ELSE 0 END)"
                        + " FROM finance_open_item WHERE company_id = ? AND party_id = ? AND residual <> 0 GROUP BY account_id",
                Date.valueOf(access.today()), books.companyId(), partyId).fetch()));
        for (Record row : rows) {
            AccountInfo account = books.accounts().get(row.get(0, Long.class));
            if (account != null && account.type() == AccountType.ASSET) {
                open = open.add(row.get(1, BigDecimal.class));
                overdue = overdue.add(row.get(2, BigDecimal.class));
            }
        }
        return new Exposure(partyId, books.currency(), open, overdue);
    }
}
