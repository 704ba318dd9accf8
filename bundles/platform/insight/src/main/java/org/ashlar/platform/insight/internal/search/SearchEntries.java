package org.ashlar.platform.insight.internal.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The index as a table: one row a record with what it may be found by. PostgreSQL looks inside the texts by trigrams; on Derby, which
 * would read every row, the terms stand in memory as well ({@link TermsInMemory}). Thread-safe.
 */
@Component(service = SearchEntries.class)
public final class SearchEntries {

    private static final Table<?> ENTRY = DSL.table("platform_search_entry");
    private static final Field<Long> COMPANY = DSL.field("company_id", Long.class);
    private static final Field<String> MODEL = DSL.field("model", String.class);
    private static final Field<Long> RECORD = DSL.field("record_id", Long.class);
    private static final Field<String> LABEL = DSL.field("label", String.class);
    private static final Field<String> TERMS = DSL.field("terms", String.class);
    private static final int MOST_BYTES = 160 << 20;
    private static final int LATEST = 20_000;
    private static final int NEAR_MILLIS = 150;
    private static final int WEIGHED = 2_000;
    private static final int FETCH = 1_000;

    private final Sql sql;
    private final Transactions transactions;
    private volatile TermsInMemory memory;
    private boolean loaded;

    /** By injection. */
    @Activate
    public SearchEntries(@Reference Sql sql, @Reference Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * An entry.
     *
     * @param company owning company, 0 if all share it
     * @param terms what it may be found by, lower case
     */
    record Entry(long company, String model, long record, String label, String terms) {
    }

    /**
     * Reads the terms into memory where the database needs that; again does nothing. Must not run beside {@link #replace}: both belong
     * to the thread that keeps the index.
     */
    void load() {
        if (loaded || postgres()) {
            loaded = true;
            return;
        }
        TermsInMemory terms = new TermsInMemory(MOST_BYTES);
        sql.any(db -> {
            try (var rows = db.select(COMPANY, MODEL, RECORD, LABEL, TERMS).from(ENTRY).fetchSize(FETCH).fetchLazy()) {
                while (rows.hasNext() && !terms.full()) {
                    Entry entry = entry(rows.fetchNext());
                    terms.replace(entry.model(), List.of(), List.of(entry));
                }
            }
            return null;
        });
        memory = terms;
        loaded = true;
    }

    /** Replaces the entries of these records: those that are given, none for the others. */
    void replace(String model, Collection<Long> records, List<Entry> entries) {
        List<Entry> kept = entries.stream()
                .map(e -> new Entry(e.company(), e.model(), e.record(), cut(e.label(), 255), cut(e.terms(), 1000))).toList();
        transactions.separate(() -> sql.inTransaction(db -> {
            if (!records.isEmpty()) {
                db.deleteFrom(ENTRY).where(MODEL.eq(model).and(RECORD.in(records))).execute();
            }
            if (!kept.isEmpty()) {
                var batch = db.batch("insert into platform_search_entry (company_id, model, record_id, label, terms)"
                        + " values (?, ?, ?, ?, ?)");
                kept.forEach(e -> batch.bind(e.company(), e.model(), e.record(), e.label(), e.terms()));
                batch.execute();
            }
            return null;
        }));
        TermsInMemory terms = memory;
        if (terms != null) {
            terms.replace(model, records, kept);
        }
    }

    /** The highest record id of a model and company in the index, 0 if there is none. */
    long highest(String model, long company) {
        Long highest = sql.any(db -> db.select(DSL.max(RECORD)).from(ENTRY).where(MODEL.eq(model).and(COMPANY.eq(company)))
                .fetchOne(0, Long.class));
        return highest == null ? 0 : highest;
    }

    /** Entries that hold every word, shorter labels first. */
    List<Candidate> find(long company, Collection<String> models, List<String> words, int limit) {
        TermsInMemory terms = memory;
        if (terms != null && !terms.full()) {
            return first(terms.find(company, models, words, WEIGHED), limit);
        }
        Condition all = scope(company, models);
        for (String word : words) {
            all = all.and(TERMS.like("%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%", '!'));
        }
        Condition wanted = all;
        // Of a word that a million entries hold, some are weighed: to sort all of them takes seconds and helps nobody.
        return sql.any(db -> {
            Table<?> some = db.select(MODEL, RECORD, LABEL).from(ENTRY).where(wanted).limit(WEIGHED).asTable("f");
            return db.select(MODEL, RECORD, LABEL).from(some).orderBy(DSL.length(LABEL), RECORD).limit(limit)
                    .fetch(r -> new Candidate(r.value1(), r.value2(), r.value3()));
        });
    }

    /** Shorter labels first. */
    private static List<Candidate> first(List<Candidate> all, int limit) {
        return all.stream().sorted(Comparator.<Candidate>comparingInt(c -> c.label().length()).thenComparingLong(Candidate::record))
                .limit(limit).toList();
    }

    /** Entries with a word that is a typo away: by trigrams on PostgreSQL, by their pieces in memory on Derby. */
    List<Candidate> near(long company, Collection<String> models, List<String> words, int limit) {
        TermsInMemory terms = memory;
        if (terms != null && !terms.full()) {
            return first(terms.among(company, models, Typos.pieces(words), t -> near(words, t), limit,
                    TimeUnit.MILLISECONDS.toNanos(NEAR_MILLIS)), limit);
        }
        return candidates(scope(company, models), words).stream().filter(e -> near(words, e.terms())).limit(limit)
                .map(e -> new Candidate(e.model(), e.record(), e.label())).toList();
    }

    private static boolean near(List<String> words, String terms) {
        return words.stream().allMatch(w -> terms.contains(w)
                || Typos.allowed(w.length()) > 0 && Typos.near(w, terms, Typos.allowed(w.length())));
    }

    private boolean postgres() {
        return sql.any(db -> db.family() == SQLDialect.POSTGRES);
    }

    private List<Entry> candidates(Condition scope, List<String> words) {
        if (!postgres()) {
            return sql.any(db -> db.select(COMPANY, MODEL, RECORD, LABEL, TERMS).from(ENTRY).where(scope).orderBy(RECORD.desc())
                    .limit(LATEST).fetch(SearchEntries::entry));
        }
        Condition like = scope;
        for (String word : words) {
            like = like.and(DSL.condition("{0} <% {1}", DSL.val(word), TERMS));
        }
        Condition wanted = like;
        try {
            return transactions.separate(() -> sql.inTransaction(db -> {
                // Near misses of a word that almost all entries hold would be weighed for half a minute; then there are none.
                db.execute("set local statement_timeout = " + NEAR_MILLIS);
                return db.select(COMPANY, MODEL, RECORD, LABEL, TERMS).from(ENTRY).where(wanted).limit(500)
                        .fetch(SearchEntries::entry);
            }));
        } catch (org.jooq.exception.DataAccessException tooSlowOrWithoutTrigrams) {
            return List.of();
        }
    }

    private static Entry entry(Record5<Long, String, Long, String, String> row) {
        return new Entry(row.value1(), row.value2(), row.value3(), row.value4(), row.value5());
    }

    private static Condition scope(long company, Collection<String> models) {
        return COMPANY.in(0L, company).and(MODEL.in(models));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
