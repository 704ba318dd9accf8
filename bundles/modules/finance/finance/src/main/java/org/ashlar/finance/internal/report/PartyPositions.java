package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ashlar.finance.AccountType;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a company and some of its parties owe each other, by currency of the documents. Asks no rights. Thread-safe. */
@Component(service = PartyPositions.class)
public final class PartyPositions {

    private static final String NOW = "SELECT party_id, account_id, currency, SUM(residual) FROM finance_open_item"
            + " WHERE company_id = ? AND residual <> 0 AND party_id IN ({in}) GROUP BY party_id, account_id, currency";
    private static final String THEN = "SELECT party_id, account_id, currency, SUM(x) FROM ("
            + "SELECT party_id, account_id, currency, amount AS x FROM finance_open_item i WHERE company_id = ?"
            + " AND party_id IN ({in}) AND item_date <= ?"
            + " UNION ALL SELECT i.party_id, i.account_id, i.currency, -a.debit_amount AS x FROM finance_allocation a"
            + " JOIN finance_open_item i ON i.id = a.debit_item_id WHERE a.company_id = ? AND i.party_id IN ({in})"
            + " AND a.alloc_date <= ?"
            + " UNION ALL SELECT i.party_id, i.account_id, i.currency, a.credit_amount AS x FROM finance_allocation a"
            + " JOIN finance_open_item i ON i.id = a.credit_item_id WHERE a.company_id = ? AND i.party_id IN ({in})"
            + " AND a.alloc_date <= ?) t GROUP BY party_id, account_id, currency HAVING SUM(x) <> 0";
    private static final int PARTS = 3;

    private final BooksCache cache;
    private final Sql sql;

    /** Injected. */
    @Activate
    public PartyPositions(@Reference BooksCache cache, @Reference Sql sql) {
        this.cache = cache;
        this.sql = sql;
    }

    /**
     * A position; both sides are positive when they are what one expects.
     *
     * @param receivable the party owes us
     * @param payable we owe the party
     */
    record Position(BigDecimal receivable, BigDecimal payable) {

        static final Position ZERO = new Position(BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal net() {
            return receivable.subtract(payable);
        }

        private Position plus(Position other) {
            return new Position(receivable.add(other.receivable), payable.add(other.payable));
        }
    }

    /** Positions of the caller's company by party and currency; {@code date} {@code null}: as it is now. One statement. */
    Map<Long, Map<String, Position>> of(Collection<Long> parties, LocalDate date) {
        if (parties.isEmpty()) {
            return Map.of();
        }
        Books books = cache.current();
        String in = String.join(", ", Collections.nCopies(parties.size(), "?"));
        List<Object> binds = new ArrayList<>();
        for (int part = 0; part < (date == null ? 1 : PARTS); part++) {
            binds.add(books.companyId());
            binds.addAll(parties);
            if (date != null) {
                binds.add(Date.valueOf(date));
            }
        }
        Map<Long, Map<String, Position>> found = new HashMap<>();
        for (Record item : sql.any(dsl -> dsl.resultQuery((date == null ? NOW : THEN).replace("{in}", in), binds.toArray())
                .fetch())) {
            AccountInfo account = books.accounts().get(item.get(1, Long.class));
            BigDecimal open = item.get(3, BigDecimal.class);
            boolean payable = account != null && account.type() == AccountType.LIABILITY;
            found.computeIfAbsent(item.get(0, Long.class), party -> new HashMap<>()).merge(item.get(2, String.class),
                    payable ? new Position(BigDecimal.ZERO, open.negate()) : new Position(open, BigDecimal.ZERO),
                    Position::plus);
        }
        return found;
    }
}
