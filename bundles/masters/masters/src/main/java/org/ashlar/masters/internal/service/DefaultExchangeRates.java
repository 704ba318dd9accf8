package org.ashlar.masters.internal.service;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.io.Reader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ashlar.masters.ExchangeRates;
import org.ashlar.masters.RateImport;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.cache.Lookups;
import org.ashlar.masters.internal.cache.RateCache;
import org.ashlar.masters.internal.domain.EcbFile;
import org.ashlar.masters.internal.domain.RateFinder;
import org.ashlar.masters.internal.seed.SharedRows;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link ExchangeRates}, a few statements per two hundred days. */
@Component
public final class DefaultExchangeRates implements ExchangeRates {

    private static final String TABLE = "masters_currency_rate";
    private static final int DAYS_AT_ONCE = 200;
    private static final int MAX_RATES = 1_000_000;
    private static final List<String> COLUMNS = List.of("from_currency", "to_currency", "rate_date", "rate");

    private final Access access;
    private final Transactions transactions;
    private final Sql sql;
    private final Lookups lookups;
    private final SharedRows rows;
    private final CodeCache codes;
    private final RateCache cache;
    private final Clock clock;

    @Activate
    public DefaultExchangeRates(@Reference Access access, @Reference Transactions transactions, @Reference Sql sql,
            @Reference Lookups lookups, @Reference SharedRows rows, @Reference CodeCache codes,
            @Reference RateCache cache, @Reference Clock clock) {
        this.access = access;
        this.transactions = transactions;
        this.sql = sql;
        this.lookups = lookups;
        this.rows = rows;
        this.codes = codes;
        this.cache = cache;
        this.clock = clock;
    }

    private record Key(LocalDate date, String currency) {
    }

    private record Stored(long id, BigDecimal rate) {
    }

    @Override
    public RateImport importEcb(Reader csv) {
        access.require("masters.currencyRate.create");
        EcbFile file = new EcbFile(csv);
        NavigableMap<LocalDate, EcbFile.Day> days = days(file);
        return transactions.required(() -> {
            lookups.flush();
            cache.changed(RateCache.SHARED);
            return write(file, days);
        });
    }

    private static NavigableMap<LocalDate, EcbFile.Day> days(EcbFile file) {
        NavigableMap<LocalDate, EcbFile.Day> days = new TreeMap<>();
        int rates = 0;
        for (EcbFile.Day day = file.next(); day != null; day = file.next()) {
            if (days.put(day.date(), day) != null) {
                throw Problem.rule("file", "masters.rates.twice", day.date().toString());
            }
            rates += day.rates().size() + 1;
            if (rates > MAX_RATES) {
                throw Problem.rule("file", "masters.rates.tooLong", MAX_RATES);
            }
        }
        return days;
    }

    private RateImport write(EcbFile file, NavigableMap<LocalDate, EcbFile.Day> days) {
        int added = 0;
        int corrected = 0;
        List<EcbFile.Day> all = List.copyOf(days.values());
        for (int i = 0; i < all.size(); i += DAYS_AT_ONCE) {
            List<EcbFile.Day> chunk = all.subList(i, Math.min(all.size(), i + DAYS_AT_ONCE));
            List<Object[]> missing = new ArrayList<>();
            List<Object[]> wrong = new ArrayList<>();
            compare(chunk, missing, wrong);
            rows.insert(TABLE, COLUMNS, missing);
            correct(wrong);
            added += missing.size();
            corrected += wrong.size();
        }
        List<String> unknown = file.currencies().stream().filter(code -> !codes.currency(code)).toList();
        return new RateImport(days.size(), days.values().stream().mapToInt(day -> day.rates().size()).sum(), added,
                corrected, days.isEmpty() ? null : days.firstKey(), days.isEmpty() ? null : days.lastKey(), unknown);
    }

    private void compare(List<EcbFile.Day> chunk, List<Object[]> missing, List<Object[]> wrong) {
        Map<Key, Stored> stored = sql.inTransaction(dsl -> stored(dsl, chunk.get(0).date(),
                chunk.get(chunk.size() - 1).date()));
        for (EcbFile.Day day : chunk) {
            for (EcbFile.Rate rate : day.rates()) {
                Stored known = stored.get(new Key(day.date(), rate.currency()));
                if (known != null && known.rate().compareTo(rate.rate()) != 0) {
                    wrong.add(new Object[] {rate.rate(), known.id()});
                } else if (known == null && codes.currency(rate.currency())) {
                    missing.add(new Object[] {RateFinder.PIVOT, rate.currency(), day.date(), rate.rate()});
                }
            }
        }
    }

    private static Map<Key, Stored> stored(DSLContext dsl, LocalDate first, LocalDate last) {
        Map<Key, Stored> stored = new HashMap<>();
        dsl.select(field("id", Long.class), field("rate_date", LocalDate.class), field("to_currency", String.class),
                field("rate", BigDecimal.class)).from(table(TABLE))
                .where(field("rate_date", LocalDate.class).between(first, last))
                .and(field("from_currency", String.class).eq(RateFinder.PIVOT))
                .forEach(r -> stored.put(new Key(r.value2(), r.value3()), new Stored(r.value1(), r.value4())));
        return stored;
    }

    private void correct(List<Object[]> wrong) {
        if (wrong.isEmpty()) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        long user = access.caller().userId();
        sql.inTransaction(dsl -> {
            BatchBindStep batch = dsl.batch(dsl.query("update " + TABLE
                    + " set rate = ?, version = version + 1, changed_at = ?, changed_by = ? where id = ?",
                    BigDecimal.ONE, now, user, 0L));
            wrong.forEach(row -> batch.bind(row[0], now, user, row[1]));
            return batch.execute();
        });
    }
}
