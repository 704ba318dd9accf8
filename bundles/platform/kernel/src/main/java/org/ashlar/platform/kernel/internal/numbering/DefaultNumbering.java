package org.ashlar.platform.kernel.internal.numbering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.numbering.NumberStore.Key;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Legal numbers by a row lock in the caller's transaction, plain ones from blocks in memory. An administrator changes the
 * pattern by the setting {@code numbering.<code>.pattern} and where a counter begins by {@code numbering.<code>.start}.
 */
@Component
public final class DefaultNumbering implements Numbering {

    private static final int BLOCK = 50;

    private final Transactions transactions;
    private final Settings settings;
    private final Whiteboard<Access> access;
    private final NumberStore store;
    private final Map<Key, Block> blocks = new ConcurrentHashMap<>();

    @Activate
    public DefaultNumbering(BundleContext context, @Reference Transactions transactions, @Reference Settings settings,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") Map.Entry<Map<String, Object>, DataSource> jta) {
        this.transactions = transactions;
        this.settings = settings;
        access = Whiteboard.of(context, Access.class);
        store = new NumberStore(jta.getValue(), plain, "postgresql".equals(jta.getKey().get("ashlar.database")));
    }

    @Deactivate
    void stop() {
        access.close();
    }

    @Override
    public String next(NumberSeries series, LocalDate date) {
        return next(series, date, 1).get(0);
    }

    @Override
    public List<String> next(NumberSeries series, LocalDate date, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one number, not " + count);
        }
        Key key = key(series, date);
        String pattern = pattern(series);
        long first = series.legal() ? legal(key, count) : plain(key, count);
        List<String> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(NumberPattern.format(pattern, date, first + i));
        }
        return numbers;
    }

    @Override
    public List<String> next(List<NumberSeries> series, LocalDate date) {
        List<Key> keys = series.stream().map(one -> key(one, date)).toList();
        if (series.size() < 2 || !series.stream().allMatch(NumberSeries::legal) || new HashSet<>(keys).size() < keys.size()) {
            return Numbering.super.next(series, date);
        }
        List<Key> ordered = keys.stream().sorted(Comparator.comparing(Key::code).thenComparing(Key::period)).toList();
        List<Long> taken = transactions.required(() -> store.takeEach(ordered, this::start));
        List<String> numbers = new ArrayList<>(series.size());
        for (int i = 0; i < keys.size(); i++) {
            numbers.add(NumberPattern.format(pattern(series.get(i)), date, taken.get(ordered.indexOf(keys.get(i)))));
        }
        return numbers;
    }

    private Key key(NumberSeries series, LocalDate date) {
        Access who = access.first().orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "platform.starting"));
        return new Key(who.caller().companyId(), series.code(), NumberPattern.period(series.reset(), date));
    }

    private String pattern(NumberSeries series) {
        return settings.get("numbering." + series.code() + ".pattern", series.pattern());
    }

    private long legal(Key key, int count) {
        return transactions.required(() -> store.takeInTransaction(key, count, start(key)));
    }

    private long plain(Key key, int count) {
        if (count >= BLOCK) {
            return store.takeNow(key, count, start(key));
        }
        return blocks.computeIfAbsent(key, k -> new Block()).take(key, count);
    }

    private long start(Key key) {
        try {
            return Math.max(1, Long.parseLong(settings.get("numbering." + key.code() + ".start", "1").trim()));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Numbers of one plain series that this node has taken and not given out. */
    private final class Block {

        private long next;
        private long end;

        synchronized long take(Key key, int count) {
            if (end - next < count) {
                next = store.takeNow(key, BLOCK, start(key));
                end = next + BLOCK;
            }
            long first = next;
            next += count;
            return first;
        }
    }
}
