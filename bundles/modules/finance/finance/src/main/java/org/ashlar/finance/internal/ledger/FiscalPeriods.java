package org.ashlar.finance.internal.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.books.PeriodInfo;
import org.ashlar.finance.internal.model.PeriodEntity;
import org.ashlar.masters.FiscalCalendar;
import org.ashlar.masters.FiscalPeriod;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance's rows for the periods of the fiscal calendar, made when first needed. Thread-safe. */
@Component(service = FiscalPeriods.class)
public final class FiscalPeriods {

    private final BooksCache books;
    private final FiscalCalendar calendar;
    private final EntityStore store;
    private final Transactions transactions;
    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public FiscalPeriods(@Reference BooksCache books, @Reference FiscalCalendar calendar, @Reference EntityStore store,
            @Reference Transactions transactions, @Reference Access access, @Reference Sql sql) {
        this.books = books;
        this.calendar = calendar;
        this.store = store;
        this.transactions = transactions;
        this.access = access;
        this.sql = sql;
    }

    /**
     * The period of a date in the caller's company.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code masters.period.missing} if the calendar has none
     */
    public PeriodInfo of(Books known, LocalDate date) {
        Optional<PeriodInfo> period = known.period(date);
        return period.isPresent() ? period.get() : create(known.companyId(), date);
    }

    private synchronized PeriodInfo create(long company, LocalDate date) {
        books.forget(company);
        Optional<PeriodInfo> period = books.of(company).period(date);
        if (period.isPresent()) {
            return period.get();
        }
        FiscalPeriod fiscal = calendar.periodOf(date);
        try {
            access.as(access.system(company), () -> transactions.separate(() -> insert(fiscal)));
        } catch (RuntimeException e) {
            // Another node may have been faster.
            books.forget(company);
            return books.of(company).period(date).orElseThrow(() -> e);
        }
        books.forget(company);
        return books.of(company).period(date).orElseThrow();
    }

    /** Makes the rows of all calendar periods that have none yet, in the running transaction. */
    public void createAll(long company) {
        List<LocalDate> known = sql.inTransaction(context -> context
                .resultQuery("SELECT start_date FROM finance_period WHERE company_id = ?", company).fetch()
                .map(row -> row.get(0, java.sql.Date.class).toLocalDate()));
        calendar.years().forEach(year -> year.periods().stream().filter(period -> !known.contains(period.start()))
                .forEach(this::insert));
    }

    private PeriodEntity insert(FiscalPeriod fiscal) {
        PeriodEntity period = new PeriodEntity();
        period.setName(fiscal.name());
        period.setStart(fiscal.start());
        period.setEnd(fiscal.end());
        return store.insert(period);
    }
}
