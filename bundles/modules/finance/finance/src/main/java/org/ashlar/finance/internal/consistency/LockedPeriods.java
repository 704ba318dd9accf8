package org.ashlar.finance.internal.consistency;

import java.util.List;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nothing was posted into a locked period after it was locked. */
@Component(service = ConsistencyRule.class)
public final class LockedPeriods implements ConsistencyRule {

    private static final String BREACHES =
            "SELECT e.id, e.doc_number, p.name, p.locked_at, e.posted_at FROM finance_entry e "
            + "JOIN finance_period p ON p.id = e.period_id "
            + "WHERE e.company_id = ? AND p.state = 'LOCKED' AND e.posted_at > p.locked_at";

    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public LockedPeriods(@Reference Access access, @Reference Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    @Override
    public String id() {
        return "finance.lockedPeriods";
    }

    @Override
    public List<Breach> check() {
        return Breaches.find(sql, BREACHES, access.caller().companyId(), 1, row -> new Breach(
                "finance.entry", row.get(0, long.class), row.get(1, String.class), row.get(2, String.class),
                row.get(4, String.class)));
    }
}
