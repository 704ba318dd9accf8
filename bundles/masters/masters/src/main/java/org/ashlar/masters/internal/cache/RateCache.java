package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.masters.internal.domain.RateFinder;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exchange rates in memory, as far as they were asked for since rates last changed. */
@Component(service = {RateCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class RateCache extends SnapshotCache<Map<RateCache.Question, BigDecimal>> {

    /** Company of shared records. */
    public static final long SHARED = 0;
    private static final int LIMIT = 20_000;

    record Question(String from, String to, LocalDate date) {
    }

    private final Lookups lookups;
    private final RateFinder finder = new RateFinder(this::latest);

    @Activate
    public RateCache(@Reference Lookups lookups, @Reference TransactionSynchronizationRegistry registry) {
        super(Set.of("masters.currencyRate"), lookups, registry);
        this.lookups = lookups;
    }

    /** The rate, empty if there is none. */
    public Optional<BigDecimal> rate(String from, String to, LocalDate date) {
        Map<Question, BigDecimal> answers = of(SHARED);
        Question question = new Question(from, to, date);
        BigDecimal known = answers.get(question);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<BigDecimal> rate = finder.rate(from, to, date);
        if (rate.isPresent() && answers.size() < LIMIT) {
            answers.put(question, rate.get());
        }
        return rate;
    }

    @Override
    Map<Question, BigDecimal> load(DSLContext dsl, long companyId) {
        return new ConcurrentHashMap<>();
    }

    private Optional<RateFinder.Quote> latest(String from, String to, LocalDate date) {
        return lookups.read(dsl -> dsl.select(field("rate_date", LocalDate.class), field("rate", BigDecimal.class))
                .from(table("masters_currency_rate")).where(field("company_id", Long.class).eq(SHARED))
                .and(field("from_currency", String.class).eq(from)).and(field("to_currency", String.class).eq(to))
                .and(field("rate_date", LocalDate.class).le(date)).orderBy(field("rate_date").desc()).limit(1)
                .fetchOptional(r -> new RateFinder.Quote(r.value1(), r.value2())));
    }
}
