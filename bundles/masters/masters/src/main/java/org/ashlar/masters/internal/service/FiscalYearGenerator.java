package org.ashlar.masters.internal.service;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.masters.FiscalYear;
import org.ashlar.masters.internal.cache.FiscalCache;
import org.ashlar.masters.internal.domain.FiscalYears;
import org.ashlar.masters.internal.model.FiscalYearEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes fiscal years of the caller's company. Inside a transaction. Thread-safe. */
@Component(service = FiscalYearGenerator.class)
public final class FiscalYearGenerator {

    private static final String START_MONTH = "masters.fiscalYear.startMonth";

    private final Access access;
    private final EntityStore store;
    private final Settings settings;
    private final FiscalCache cache;

    @Activate
    public FiscalYearGenerator(@Reference Access access, @Reference EntityStore store, @Reference Settings settings,
            @Reference FiscalCache cache) {
        this.access = access;
        this.store = store;
        this.settings = settings;
        this.cache = cache;
    }

    /** Makes the year that holds the date, and those between it and the last one, unless they are there. */
    public void ensure(LocalDate date) {
        List<FiscalYear> years = cache.years(access.caller().companyId());
        if (years.stream().anyMatch(year -> year.contains(date))) {
            return;
        }
        LocalDate last = years.isEmpty() ? null : years.get(years.size() - 1).end();
        if (last == null || last.isAfter(date)) {
            insert(FiscalYears.startFor(date, startMonth()));
            return;
        }
        for (LocalDate start = last.plusDays(1); !start.isAfter(date); start = FiscalYears.endFor(start).plusDays(1)) {
            insert(start);
        }
    }

    /** The year that starts on that day, made if it is not there. */
    public FiscalYearEntity from(LocalDate start) {
        return cache.years(access.caller().companyId()).stream().filter(year -> year.start().equals(start)).findFirst()
                .map(year -> store.get(FiscalYearEntity.class, year.id())).orElseGet(() -> insert(start));
    }

    private FiscalYearEntity insert(LocalDate start) {
        FiscalYearEntity year = new FiscalYearEntity();
        year.setStartDate(start);
        return store.insert(year);
    }

    private int startMonth() {
        String month = settings.get(START_MONTH, "1");
        return month.matches("[1-9]|1[0-2]") ? Integer.parseInt(month) : 1;
    }
}
