package org.ashlar.platform.approvals.internal.service;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who decides for whom today, by the absences. Substitution does not pass on to a substitute's substitute. Thread-safe. */
@Component(service = Substitutes.class)
public final class Substitutes {

    private final Sql sql;
    private final Access access;

    /** By injection. */
    @Activate
    public Substitutes(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    /** Absent users that the user decides for today. */
    public List<Long> actsFor(long user) {
        LocalDate today = access.today();
        return sql.any(db -> db.fetch("select distinct user_id from platform_absence where delegate_id = ? and first_day <= ?"
                + " and last_day >= ?", user, today, today)).map(row -> row.get(0, Long.class));
    }

    /** Users that decide for an absent user today. */
    public List<Long> of(long absent) {
        LocalDate today = access.today();
        return sql.any(db -> db.fetch("select distinct delegate_id from platform_absence where user_id = ? and first_day <= ?"
                + " and last_day >= ?", absent, today, today)).map(row -> row.get(0, Long.class));
    }
}
