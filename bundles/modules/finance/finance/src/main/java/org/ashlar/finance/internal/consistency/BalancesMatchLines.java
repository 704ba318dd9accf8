package org.ashlar.finance.internal.consistency;

import java.util.List;

import org.ashlar.finance.internal.balance.FoldGate;
import org.ashlar.finance.internal.balance.Unfolded;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Kept balances, folded and not yet folded, equal the sums of the posted lines. */
@Component(service = ConsistencyRule.class)
public final class BalancesMatchLines implements ConsistencyRule {

    private static final String BREACHES =
            "SELECT account_id, period_id, currency, SUM(lines), SUM(kept) FROM ( "
            + "SELECT account_id, period_id, currency, company_debit - company_credit AS lines, 0 AS kept "
            + "FROM finance_entry_line WHERE company_id = ? AND posted = TRUE "
            + "UNION ALL SELECT account_id, period_id, currency, 0 AS lines, company_debit - company_credit AS kept "
            + "FROM finance_balance WHERE company_id = ? "
            + "UNION ALL SELECT l.account_id, l.period_id, l.currency, 0 AS lines, l.company_debit - l.company_credit AS kept "
            + "FROM %s WHERE l.company_id = ? "
            + ") t GROUP BY account_id, period_id, currency HAVING SUM(lines) <> SUM(kept)";

    private final Access access;
    private final Sql sql;
    private final FoldGate gate;

    /** Injected. */
    @Activate
    public BalancesMatchLines(@Reference Access access, @Reference Sql sql, @Reference FoldGate gate) {
        this.access = access;
        this.sql = sql;
        this.gate = gate;
    }

    @Override
    public String id() {
        return "finance.balancesMatchLines";
    }

    @Override
    public List<Breach> check() {
        String statement = BREACHES.formatted(Unfolded.lines(gate.derby()));
        return gate.reading(() -> Breaches.find(sql, statement, access.caller().companyId(), 3, row -> new Breach(
                "finance.account", row.get(0, long.class), row.get(2, String.class), Breaches.text(row, 3),
                Breaches.text(row, 4))));
    }
}
