package org.ashlar.masters.internal.job;

import java.time.Duration;
import org.ashlar.masters.internal.service.FiscalYearGenerator;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the next fiscal year of each company in time, so that nobody meets a missing period on the first working day. */
@Component
public final class FiscalYearTask implements ScheduledTask {

    private static final Duration DAILY = Duration.ofDays(1);
    private static final int DAYS_AHEAD = 60;

    private final Companies companies;
    private final Access access;
    private final Transactions transactions;
    private final FiscalYearGenerator generator;

    @Activate
    public FiscalYearTask(@Reference Companies companies, @Reference Access access, @Reference Transactions transactions,
            @Reference FiscalYearGenerator generator) {
        this.companies = companies;
        this.access = access;
        this.transactions = transactions;
        this.generator = generator;
    }

    @Override
    public String id() {
        return "masters.fiscalYears";
    }

    @Override
    public Duration every() {
        return DAILY;
    }

    @Override
    public void run() {
        for (Company company : companies.list()) {
            access.as(access.system(company.id()), () -> transactions.required(() -> {
                generator.ensure(access.today().plusDays(DAYS_AHEAD));
                return null;
            }));
        }
    }
}
