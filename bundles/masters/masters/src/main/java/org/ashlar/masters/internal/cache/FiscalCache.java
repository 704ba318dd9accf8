package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.masters.FiscalPeriod;
import org.ashlar.masters.FiscalYear;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The companies' fiscal years in memory. */
@Component(service = {FiscalCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class FiscalCache extends SnapshotCache<List<FiscalYear>> {

    @Activate
    public FiscalCache(@Reference Lookups lookups, @Reference TransactionSynchronizationRegistry registry) {
        super(Set.of("masters.fiscalYear", "masters.fiscalPeriod"), lookups, registry);
    }

    /** Years with periods, oldest first. */
    public List<FiscalYear> years(long companyId) {
        return of(companyId);
    }

    @Override
    List<FiscalYear> load(DSLContext dsl, long companyId) {
        Map<Long, List<FiscalPeriod>> periods = new HashMap<>();
        dsl.select(field("id", Long.class), field("year_id", Long.class), field("period_no", Integer.class),
                field("name", String.class), field("start_date", LocalDate.class), field("end_date", LocalDate.class))
                .from(table("masters_fiscal_period")).where(field("company_id", Long.class).eq(companyId))
                .orderBy(field("start_date"))
                .forEach(r -> periods.computeIfAbsent(r.value2(), k -> new ArrayList<>()).add(new FiscalPeriod(r.value1(),
                        r.value2(), r.value3(), r.value4(), r.value5(), r.value6())));
        List<FiscalYear> years = new ArrayList<>();
        dsl.select(field("id", Long.class), field("code", String.class), field("start_date", LocalDate.class),
                field("end_date", LocalDate.class)).from(table("masters_fiscal_year"))
                .where(field("company_id", Long.class).eq(companyId)).orderBy(field("start_date"))
                .forEach(r -> years.add(new FiscalYear(r.value1(), r.value2(), r.value3(), r.value4(),
                        List.copyOf(periods.getOrDefault(r.value1(), List.of())))));
        return List.copyOf(years);
    }
}
