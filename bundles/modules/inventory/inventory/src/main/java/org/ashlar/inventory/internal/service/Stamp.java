package org.ashlar.inventory.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ashlar.platform.access.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The columns that every row carries, for rows that are written by plain SQL. */
@Component(service = Stamp.class)
public class Stamp {

    /** Names of the columns, to start an insert with. */
    static final String COLUMNS = "id, version, company_id, created_at, created_by, changed_at, changed_by";

    private final Access access;
    private final Clock clock;

    /** By the caller, at the clock's time. */
    @Activate
    public Stamp(@Reference Access access, @Reference Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Company of the caller. */
    public long company() {
        return access.caller().companyId();
    }

    /** Now. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A row: the common columns, then the given values. */
    Object[] row(long id, Object... values) {
        Object[] row = new Object[7 + values.length];
        Instant now = now();
        long user = access.caller().userId();
        row[0] = id;
        row[1] = 0;
        row[2] = company();
        row[3] = now;
        row[4] = user;
        row[5] = now;
        row[6] = user;
        System.arraycopy(values, 0, row, 7, values.length);
        return row;
    }
}
