package org.ashlar.finance.internal.period;

import java.time.Duration;

import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.ledger.FiscalPeriods;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the periods of fiscal years that masters have generated meanwhile, so that they can be locked before they are used. */
@Component(service = ScheduledTask.class)
public final class UpcomingPeriods implements ScheduledTask {

    private final FiscalPeriods periods;
    private final BooksCache books;
    private final Companies companies;
    private final Transactions transactions;
    private final Access access;

    /** Injected. */
    @Activate
    public UpcomingPeriods(@Reference FiscalPeriods periods, @Reference BooksCache books, @Reference Companies companies,
            @Reference Transactions transactions, @Reference Access access) {
        this.periods = periods;
        this.books = books;
        this.companies = companies;
        this.transactions = transactions;
        this.access = access;
    }

    @Override
    public String id() {
        return "finance.upcomingPeriods";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        for (Company company : companies.list()) {
            if (books.of(company.id()).periods().isEmpty()) {
                // Not provisioned yet; that brings the first periods.
                continue;
            }
            access.as(access.system(company.id()), () -> {
                transactions.run(() -> periods.createAll(company.id()));
                books.forget(company.id());
                return null;
            });
        }
    }
}
