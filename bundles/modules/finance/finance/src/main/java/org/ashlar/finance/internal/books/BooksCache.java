package org.ashlar.finance.internal.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the books of each company in memory. A change is seen as soon as its transaction has committed, on another node
 * within {@link #STALE} at the latest. Only committed rows are read, so a rolled back change is never seen. Thread-safe.
 */
@Component(service = {BooksCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class BooksCache implements NodeCache {

    /** How old a picture may be that another node could have changed. */
    static final Duration STALE = Duration.ofSeconds(30);

    private static final Set<String> MODELS = Set.of("finance.account", "finance.accountRole", "finance.journal",
            "finance.tax", "finance.period");

    private final Access access;
    private final Companies companies;
    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final ConcurrentMap<Long, Loaded> loaded = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    private record Loaded(Books books, Instant at) {
    }

    /** Injected. */
    @Activate
    public BooksCache(@Reference Access access, @Reference Companies companies, @Reference Sql sql,
            @Reference Transactions transactions, @Reference Clock clock) {
        this.access = access;
        this.companies = companies;
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The books of the caller's company. */
    public Books current() {
        return of(access.caller().companyId());
    }

    /** The books of a company. */
    public Books of(long company) {
        Loaded known = loaded.get(company);
        Instant now = clock.instant();
        if (known != null && Duration.between(known.at, now).compareTo(STALE) < 0) {
            return known.books;
        }
        long before = generation.get();
        String currency = companies.get(company).currency();
        Books books = sql.read(context -> new BooksLoader(context, company).load(currency));
        if (generation.get() == before) {
            loaded.put(company, new Loaded(books, now));
        }
        return books;
    }

    /** Forgets a company's books, for writers that publish no {@link RecordChanged}. */
    public void forget(long company) {
        generation.incrementAndGet();
        loaded.remove(company);
    }

    @Override
    public void on(RecordChanged event) {
        if (MODELS.contains(event.model())) {
            transactions.afterCommit(() -> forget(event.companyId()));
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        if (MODELS.contains(event.model())) {
            forget(event.companyId());
        }
    }

    @Override
    public void missed() {
        generation.incrementAndGet();
        loaded.clear();
    }
}
