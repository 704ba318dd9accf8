package org.ashlar.finance.internal.consistency;

import java.util.List;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is open of an item is its amount less its allocations, never below nothing, and what its invoice says. */
@Component(service = ConsistencyRule.class)
public final class OpenItemsMatch implements ConsistencyRule {

    private static final String BREACHES =
            "SELECT i.id, i.doc_number, i.amount - COALESCE(d.taken, 0) + COALESCE(c.taken, 0), i.residual "
            + "FROM finance_open_item i "
            + "LEFT JOIN (SELECT debit_item_id AS item, SUM(debit_amount) AS taken FROM finance_allocation WHERE company_id = ? "
            + "GROUP BY debit_item_id) d ON d.item = i.id "
            + "LEFT JOIN (SELECT credit_item_id AS item, SUM(credit_amount) AS taken FROM finance_allocation WHERE company_id = ? "
            + "GROUP BY credit_item_id) c ON c.item = i.id "
            + "LEFT JOIN finance_invoice v ON v.id = i.invoice_id "
            + "WHERE i.company_id = ? AND (i.residual <> i.amount - COALESCE(d.taken, 0) + COALESCE(c.taken, 0) "
            + "OR ABS(i.residual) > ABS(i.amount) OR i.residual * i.amount < 0 "
            + "OR (v.id IS NOT NULL AND v.open_amount <> ABS(i.residual)))";

    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public OpenItemsMatch(@Reference Access access, @Reference Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.openItemsMatch";
    }

    @Override
    public List<Breach> check() {
        return Breaches.find(sql, BREACHES, access.caller().companyId(), 3, row -> new Breach(
                "finance.openItem", row.get(0, long.class), row.get(1, String.class), Breaches.text(row, 2),
                Breaches.text(row, 3)));
    }
}
