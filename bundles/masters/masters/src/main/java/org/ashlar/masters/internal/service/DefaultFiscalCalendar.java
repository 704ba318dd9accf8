package org.ashlar.masters.internal.service;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.masters.FiscalCalendar;
import org.ashlar.masters.FiscalPeriod;
import org.ashlar.masters.FiscalYear;
import org.ashlar.masters.internal.cache.FiscalCache;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link FiscalCalendar} from the cache. */
@Component
public final class DefaultFiscalCalendar implements FiscalCalendar {

    private final Access access;
    private final FiscalCache cache;

    @Activate
    public DefaultFiscalCalendar(@Reference Access access, @Reference FiscalCache cache) {
        this.access = access;
        this.cache = cache;
    }

    @Override
    public FiscalPeriod periodOf(LocalDate date) {
        return yearOf(date).periods().stream().filter(period -> period.contains(date)).findFirst()
                .orElseThrow(() -> missing(date));
    }

    @Override
    public FiscalPeriod period(long id) {
        return years().stream().flatMap(year -> year.periods().stream()).filter(period -> period.id() == id).findFirst()
                .orElseThrow(() -> Problem.notFound("masters.fiscalPeriod", id));
    }

    @Override
    public FiscalYear yearOf(LocalDate date) {
        return years().stream().filter(year -> year.contains(date)).findFirst().orElseThrow(() -> missing(date));
    }

    @Override
    public List<FiscalYear> years() {
        return cache.years(access.caller().companyId());
    }

    private static Problem missing(LocalDate date) {
        return Problem.rule("date", "masters.period.missing", date.toString());
    }
}
