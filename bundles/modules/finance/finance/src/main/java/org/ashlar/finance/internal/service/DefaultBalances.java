package org.ashlar.finance.internal.service;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import org.ashlar.finance.AccountRole;
import org.ashlar.finance.Balances;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sums posted lines of the accounts that fill a role: the truth itself, not the kept balances. Thread-safe. */
@Component
public final class DefaultBalances implements Balances {

    private static final String SUM = "select sum(l.company_debit - l.company_credit) from finance_entry_line l"
            + " where l.company_id = ? and l.posted = true and l.account_id in"
            + " (select r.account_id from finance_account_role r where r.company_id = ? and r.role_name = ?)";

    private final Access access;
    private final Sql sql;

    /** Used by DS. */
    @Activate
    public DefaultBalances(@Reference Access access, @Reference Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    @Override
    public BigDecimal of(AccountRole role, LocalDate date) {
        access.require("finance.entry.read");
        long company = access.caller().companyId();
        BigDecimal sum = sql.any(db -> (date == null ? db.resultQuery(SUM, company, company, role.name())
                : db.resultQuery(SUM + " and l.entry_date <= ?", company, company, role.name(), java.sql.Date.valueOf(date)))
                .fetchOne(0, BigDecimal.class));
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
