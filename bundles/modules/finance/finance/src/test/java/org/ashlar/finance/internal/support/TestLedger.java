package org.ashlar.finance.internal.support;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.JournalInfo;
import org.ashlar.finance.internal.books.PeriodInfo;
import org.ashlar.finance.internal.domain.EntryAmounts;
import org.ashlar.finance.internal.ledger.Database;
import org.ashlar.finance.internal.ledger.EntryPoster;
import org.ashlar.finance.internal.ledger.PeriodGate;
import org.ashlar.finance.internal.ledger.PreparedEntry;
import org.ashlar.finance.internal.ledger.PreparedLine;
import org.ashlar.finance.internal.ledger.Stamp;
import org.ashlar.finance.internal.model.JournalType;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A poster over a {@link TestDatabase}, with the platform played by a few lines. */
public final class TestLedger implements IdSource, Numbering, Modules, Sql, Transactions, EntityLifecycle.Hooks {

    /** The only company. */
    public static final long COMPANY = 7;

    public final TestDatabase tables = new TestDatabase();
    public final Database database = new Database(tables);
    public final List<Record> events = new ArrayList<>();
    public final List<Long> audited = new ArrayList<>();
    public final EntryPoster poster;
    /** What had been executed when a number was asked for. */
    public List<String> beforeNumber = List.of();

    private final AtomicLong ids = new AtomicLong(1000);
    private final AtomicLong number = new AtomicLong();
    private final JournalInfo journal = new JournalInfo(1, "GEN", JournalType.GENERAL,
            NumberSeries.legal("finance.entry.GEN", "GEN-{seq:4}", NumberSeries.Reset.YEARLY), true);
    private final List<PeriodInfo> periods = new ArrayList<>();

    public TestLedger() {
        EntityLifecycle.connect(this);
        poster = new EntryPoster(database, new PeriodGate(database), this, this, events::add, this);
        for (int month = 1; month <= 3; month++) {
            LocalDate start = LocalDate.of(2026, month, 1);
            PeriodInfo period = new PeriodInfo(100 + month, "2026-0" + month, start, start.plusMonths(1).minusDays(1));
            periods.add(period);
            tables.update("INSERT INTO finance_period (id, version, company_id, created_at, created_by, changed_at, changed_by,"
                    + " name, start_date, end_date, state) VALUES (" + period.id() + ", 0, " + COMPANY
                    + ", CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP, 0, '" + period.name() + "', '" + period.start() + "', '"
                    + period.end() + "', 'OPEN')");
        }
    }

    public Books books() {
        return new Books(COMPANY, "CNY", Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), periods);
    }

    /** Debit on the first account, credit on the second. */
    public PreparedEntry entry(LocalDate date, long debit, long credit, String amount, boolean openItem) {
        BigDecimal value = new BigDecimal(amount);
        return new PreparedEntry(next(), new Stamp(Instant.EPOCH, 3, COMPANY), false, journal, date,
                books().period(date).orElseThrow(), new PreparedEntry.Text("ref", null, null, null, null, null),
                List.of(line(debit, value, openItem), line(credit, value.negate(), false)));
    }

    private static PreparedLine line(long account, BigDecimal amount, boolean openItem) {
        return new PreparedLine(account, openItem ? 55L : null, null, null, EntryAmounts.signed("CNY", amount, amount), null,
                null, null, openItem);
    }

    @Override
    public long next() {
        return ids.incrementAndGet();
    }

    @Override
    public long block(int count) {
        return ids.getAndAdd(count) + 1;
    }

    @Override
    public String next(NumberSeries series, LocalDate date) {
        beforeNumber = tables.executed();
        return "GEN-" + number.incrementAndGet();
    }

    @Override
    public List<String> next(NumberSeries series, LocalDate date, int count) {
        beforeNumber = tables.executed();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add("GEN-" + number.incrementAndGet());
        }
        return numbers;
    }

    @Override
    public List<ModuleInfo> list() {
        return List.of();
    }

    @Override
    public Optional<ModuleInfo> find(String id) {
        return Optional.empty();
    }

    @Override
    public void requireValidators(String... models) {
        // All are there.
    }

    @Override
    public <T> T read(Function<DSLContext, T> work) {
        return work.apply(DSL.using(tables.raw(), SQLDialect.DERBY));
    }

    @Override
    public <T> T inTransaction(Function<DSLContext, T> work) {
        return read(work);
    }

    @Override
    public <T> T any(Function<DSLContext, T> work) {
        return read(work);
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T separate(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void afterCommit(Runnable work) {
        work.run();
    }

    @Override
    public void beforeCommit(Runnable work) {
        work.run();
    }

    @Override
    public boolean active() {
        return true;
    }

    @Override
    public long nextId() {
        return next();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long userId() {
        return 3;
    }

    @Override
    public long companyId() {
        return COMPANY;
    }

    @Override
    public Object[] snapshot(BaseEntity entity) {
        return new Object[0];
    }

    @Override
    public void inserted(BaseEntity entity) {
        audited.add(entity.getId());
    }

    @Override
    public void updated(BaseEntity entity, Object[] before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleted(BaseEntity entity, Object[] before) {
        throw new UnsupportedOperationException();
    }
}
