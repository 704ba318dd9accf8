package org.ashlar.finance.internal.period;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

import org.ashlar.finance.PostingPeriods;
import org.ashlar.finance.internal.model.PeriodState;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the states of the periods from a date on; one statement. */
@Component(service = PostingPeriods.class)
public final class DefaultPostingPeriods implements PostingPeriods {

    private static final String FROM = "SELECT start_date, name, state FROM finance_period WHERE company_id = ?"
            + " AND end_date >= ? ORDER BY start_date";

    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public DefaultPostingPeriods(@Reference Access access, @Reference Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    @Override
    public boolean open(LocalDate date) {
        List<Record> periods = from(date);
        return periods.isEmpty() || isOpen(periods.get(0)) || start(periods.get(0)).isAfter(date);
    }

    @Override
    public LocalDate firstOpen(LocalDate date) {
        List<Record> periods = from(date);
        if (periods.isEmpty()) {
            return date;
        }
        for (Record period : periods) {
            if (isOpen(period)) {
                return start(period).isAfter(date) ? start(period) : date;
            }
        }
        throw Problem.rule("date", "finance.period.locked", periods.get(periods.size() - 1).get(1, String.class));
    }

    private List<Record> from(LocalDate date) {
        return List.copyOf(sql.any(context -> context.resultQuery(FROM, access.caller().companyId(), Date.valueOf(date))
                .fetch()));
    }

    private static boolean isOpen(Record period) {
        return PeriodState.OPEN.name().equals(period.get(2, String.class));
    }

    private static LocalDate start(Record period) {
        return period.get(0, Date.class).toLocalDate();
    }
}
