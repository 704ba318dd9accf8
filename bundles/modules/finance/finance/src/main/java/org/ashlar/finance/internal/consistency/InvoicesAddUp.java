package org.ashlar.finance.internal.consistency;

import java.util.List;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Net plus tax is the total, lines add up to the header, and no more is paid than was owed. */
@Component(service = ConsistencyRule.class)
public final class InvoicesAddUp implements ConsistencyRule {

    private static final String BREACHES =
            "SELECT i.id, i.doc_number, i.total_amount, SUM(l.net_amount + l.tax_amount), i.open_amount FROM finance_invoice i "
            + "JOIN finance_invoice_line l ON l.invoice_id = i.id WHERE i.company_id = ? "
            + "GROUP BY i.id, i.doc_number, i.net_amount, i.tax_amount, i.total_amount, i.open_amount "
            + "HAVING i.total_amount <> SUM(l.net_amount + l.tax_amount) OR i.net_amount <> SUM(l.net_amount) "
            + "OR i.tax_amount <> SUM(l.tax_amount) OR i.open_amount < 0 OR i.open_amount > i.total_amount";

    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public InvoicesAddUp(@Reference Access access, @Reference Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.invoicesAddUp";
    }

    @Override
    public List<Breach> check() {
        return Breaches.find(sql, BREACHES, access.caller().companyId(), 1, row -> new Breach(
                "finance.invoice", row.get(0, long.class), String.valueOf(row.get(1, String.class)), Breaches.text(row, 2),
                Breaches.text(row, 3) + " / " + Breaches.text(row, 4)));
    }
}
