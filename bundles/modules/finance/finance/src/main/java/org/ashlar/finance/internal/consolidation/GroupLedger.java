package org.ashlar.finance.internal.consolidation;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.balance.WholeEntries;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.consolidation.Consolidation.Balance;
import org.ashlar.finance.internal.consolidation.Consolidation.Cell;
import org.ashlar.finance.internal.consolidation.Consolidation.Within;
import org.ashlar.finance.internal.consolidation.GroupMember.Inside;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.value.Rounding;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the posted lines of a group in one statement and translates them. Assets, liabilities and cost objects take the rate of
 * the closing day; equity, income and expenses the rate of the day that each entry bears, which is the rule that average rates
 * only stand in for (企业会计准则第19号 第十二条; IAS 21.39-40). Results of years before the one asked for belong to equity and
 * keep the rates that they had. Asks no rights. Thread-safe.
 */
@Component(service = GroupLedger.class)
public final class GroupLedger {

    private static final String LINES = "SELECT company_id, account_id, party_id, currency, on_day, earlier, SUM(own), SUM(doc)"
            + " FROM (SELECT l.company_id AS company_id, CASE WHEN l.entry_date < ? AND a.account_type IN ('REVENUE', 'EXPENSE')"
            + " THEN " + Consolidation.EARLIER + " ELSE l.account_id END AS account_id,"
            + " CASE WHEN l.party_id IN ({parties}) THEN l.party_id END AS party_id,"
            + " CASE WHEN l.party_id IN ({parties}) THEN l.currency END AS currency,"
            + " CASE WHEN l.company_id IN ({foreign}) AND (l.party_id IN ({parties}) OR a.account_type IN ('EQUITY', 'REVENUE',"
            + " 'EXPENSE')) THEN l.entry_date END AS on_day, CASE WHEN l.entry_date < ? THEN 1 ELSE 0 END AS earlier,"
            + " l.company_debit - l.company_credit AS own, l.debit - l.credit AS doc FROM finance_entry_line l"
            + " JOIN finance_account a ON a.id = l.account_id WHERE l.company_id IN ({group}) AND l.posted = TRUE"
            + " AND l.entry_date <= ?) t GROUP BY company_id, account_id, party_id, currency, on_day, earlier";
    private static final long NONE = -1;

    private final Currencies currencies;
    private final WholeEntries entries;

    /** Injected. */
    @Activate
    public GroupLedger(@Reference Currencies currencies, @Reference WholeEntries entries) {
        this.currencies = currencies;
        this.entries = entries;
    }

    /**
     * What to consolidate.
     *
     * @param members companies
     * @param yearStart first day of the year whose results are shown by account
     * @param date closing day
     * @param currency presentation currency
     */
    record Scope(List<GroupMember> members, LocalDate yearStart, LocalDate date, String currency) {
    }

    /**
     * The group's books.
     *
     * @param own balance of each account in its company's own currency
     * @param consolidation in the presentation currency
     */
    record Result(Map<Cell, BigDecimal> own, Consolidation consolidation) {
    }

    /** Consolidates; one statement where nobody posts meanwhile. */
    Result read(Scope scope) {
        Map<Long, GroupMember> members = scope.members().stream().collect(Collectors.toMap(m -> m.company().id(), m -> m));
        Set<Long> foreign = scope.members().stream().filter(m -> !m.company().currency().equals(scope.currency()))
                .map(m -> m.company().id()).collect(Collectors.toSet());
        Map<Cell, BigDecimal> own = new TreeMap<>();
        List<Balance> balances = new ArrayList<>();
        List<Within> within = new ArrayList<>();
        Map<String, BigDecimal> rates = new HashMap<>();
        for (Record row : lines(scope, foreign)) {
            GroupMember member = members.get(row.get(0, Long.class));
            Cell cell = new Cell(member.company().id(), row.get(1, Long.class));
            AccountInfo account = cell.account() == Consolidation.EARLIER ? null : member.account(cell.account());
            Long party = row.get(2, Long.class);
            Long partner = party == null ? null : member.partners().get(party);
            Date on = row.get(4, Date.class);
            LocalDate day = on == null ? scope.date() : on.toLocalDate();
            boolean dated = account == null || GroupMember.dated(account);
            BigDecimal amount = row.get(6, BigDecimal.class);
            BigDecimal there = amount.multiply(rate(rates, member, scope, dated ? day : scope.date()));
            own.merge(cell, amount, BigDecimal::add);
            balances.add(new Balance(cell, partner, there));
            Inside inside = account == null || partner == null ? Inside.NONE : member.inside(account);
            boolean now = row.get(5, Integer.class) == 0;
            if (inside == Inside.BALANCE || inside == Inside.RESULT) {
                within.add(new Within(cell, partner, inside == Inside.RESULT, row.get(3, String.class),
                        row.get(7, BigDecimal.class), there));
            } else if (inside == Inside.GOODS && now) {
                within.add(new Within(new Cell(cell.company(), member.books().roles().get(AccountRole.COST_OF_GOODS_SOLD)), partner,
                        true, row.get(3, String.class), row.get(7, BigDecimal.class),
                        amount.multiply(rate(rates, member, scope, day))));
            }
        }
        return new Result(own, Consolidation.of(balances, within, foreign, Rounding.decimals(scope.currency())));
    }

    private BigDecimal rate(Map<String, BigDecimal> known, GroupMember member, Scope scope, LocalDate day) {
        String from = member.company().currency();
        return known.computeIfAbsent(from + day, key -> currencies.rate(from, scope.currency(), day));
    }

    private Collection<Record> lines(Scope scope, Set<Long> foreign) {
        List<Long> parties = orNone(scope.members().stream().flatMap(m -> m.partners().keySet().stream()).sorted().toList());
        List<Long> abroad = orNone(foreign.stream().sorted().toList());
        List<Long> group = scope.members().stream().map(m -> m.company().id()).sorted().toList();
        List<Object> binds = new ArrayList<>();
        binds.add(Date.valueOf(scope.yearStart()));
        binds.addAll(parties);
        binds.addAll(parties);
        binds.addAll(abroad);
        binds.addAll(parties);
        binds.add(Date.valueOf(scope.yearStart()));
        binds.addAll(group);
        binds.add(Date.valueOf(scope.date()));
        String text = LINES.replace("{parties}", marks(parties)).replace("{foreign}", marks(abroad)).replace("{group}", marks(group));
        Function<DSLContext, List<Record>> books = db -> List.copyOf(db.resultQuery(text, binds.toArray()).fetch());
        return entries.read(books, GroupLedger::balanced);
    }

    /** Whether each company's entries were read whole. */
    private static boolean balanced(List<Record> rows) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(row.get(0, Long.class), row.get(6, BigDecimal.class), BigDecimal::add));
        return sums.values().stream().allMatch(sum -> sum.signum() == 0);
    }

    /** An empty IN list is no SQL. */
    private static List<Long> orNone(List<Long> ids) {
        return ids.isEmpty() ? List.of(NONE) : ids;
    }

    private static String marks(List<Long> ids) {
        return String.join(", ", Collections.nCopies(ids.size(), "?"));
    }
}
