package org.ashlar.finance.internal.consistency;

import java.util.List;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What parties owe and are owed by their open items equals the control account. */
@Component(service = ConsistencyRule.class)
public final class ControlAccounts implements ConsistencyRule {

    private static final String BREACHES =
            "SELECT a.id, a.code, SUM(t.ledger), SUM(t.items) FROM finance_account a JOIN ( "
            + "SELECT account_id, company_debit - company_credit AS ledger, 0 AS items "
            + "FROM finance_entry_line WHERE company_id = ? AND posted = TRUE "
            + "UNION ALL SELECT account_id, 0 AS ledger, company_residual AS items FROM finance_open_item WHERE company_id = ? "
            + ") t ON t.account_id = a.id WHERE a.company_id = ? AND a.reconcilable = TRUE "
            + "GROUP BY a.id, a.code HAVING SUM(t.ledger) <> SUM(t.items)";

    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public ControlAccounts(@Reference Access access, @Reference Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.controlAccounts";
    }

    @Override
    public List<Breach> check() {
        return Breaches.find(sql, BREACHES, access.caller().companyId(), 3, row -> new Breach(
                "finance.account", row.get(0, long.class), row.get(1, String.class), Breaches.text(row, 2),
                Breaches.text(row, 3)));
    }
}
