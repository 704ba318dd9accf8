package org.ashlar.finance.internal.consistency;

import java.util.List;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Posted entries add up to zero per currency and in the company's currency. */
@Component(service = ConsistencyRule.class)
public final class EntriesBalance implements ConsistencyRule {

    private static final String BREACHES =
            "SELECT l.entry_id, l.currency, SUM(l.debit - l.credit), SUM(l.company_debit - l.company_credit) "
            + "FROM finance_entry_line l WHERE l.company_id = ? AND l.posted = TRUE "
            + "GROUP BY l.entry_id, l.currency HAVING SUM(l.debit - l.credit) <> 0 "
            + "UNION ALL SELECT l.entry_id, 'company', SUM(l.company_debit - l.company_credit), "
            + "SUM(l.company_debit - l.company_credit) "
            + "FROM finance_entry_line l WHERE l.company_id = ? AND l.posted = TRUE "
            + "GROUP BY l.entry_id HAVING SUM(l.company_debit - l.company_credit) <> 0";

    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public EntriesBalance(@Reference Access access, @Reference Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.entriesBalance";
    }

    @Override
    public List<Breach> check() {
        return Breaches.find(sql, BREACHES, access.caller().companyId(), 2, row -> new Breach(
                "finance.entry", row.get(0, long.class), row.get(1, String.class), "0", Breaches.text(row, 2)));
    }
}
