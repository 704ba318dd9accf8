package org.ashlar.platform.insight.internal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The index as a table: one row a record with what it may be found by. Thread-safe. */
@Component(service = SearchEntries.class)
public final class SearchEntries {

    private static final Table<?> ENTRY = DSL.table("platform_search_entry");
    private static final Field<Long> COMPANY = DSL.field("company_id", Long.class);
    private static final Field<String> MODEL = DSL.field("model", String.class);
    private static final Field<Long> RECORD = DSL.field("record_id", Long.class);
    private static final Field<String> LABEL = DSL.field("label", String.class);
    private static final Field<String> TERMS = DSL.field("terms", String.class);
    private static final int NEAR_SCAN = 20_000;
    private static final int NEAR_MILLIS = 150;
    private static final int WEIGHED = 2_000;

    private final Sql sql;
    private final Transactions transactions;

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

    /** Replaces the entries of these records: those that are given, none for the others. */
    void replace(String model, Collection<Long> records, List<Entry> entries) {
        transactions.separate(() -> sql.inTransaction(db -> {
            if (!records.isEmpty()) {
                db.deleteFrom(ENTRY).where(MODEL.eq(model).and(RECORD.in(records))).execute();
            }
            if (!entries.isEmpty()) {
                var batch = db.batch("insert into platform_search_entry (company_id, model, record_id, label, terms)"
                        + " values (?, ?, ?, ?, ?)");
                entries.forEach(e -> batch.bind(e.company(), e.model(), e.record(), cut(e.label(), 255), cut(e.terms(), 1000)));
                batch.execute();
            }
            return null;
        }));
    }

    /** The highest record id of a model and company in the index, 0 if there is none. */
    long highest(String model, long company) {
        Long highest = sql.any(db -> db.select(DSL.max(RECORD)).from(ENTRY).where(MODEL.eq(model).and(COMPANY.eq(company)))
                .fetchOne(0, Long.class));
        return highest == null ? 0 : highest;
    }

    /** Entries that hold every word, shorter labels first. */
    List<Entry> find(long company, Collection<String> models, List<String> words, int limit) {
        Condition all = scope(company, models);
        for (String word : words) {
            all = all.and(TERMS.like("%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%", '!'));
        }
        Condition wanted = all;
        // Of a word that a million entries hold, some are weighed: to sort all of them takes seconds and helps nobody.
        return sql.any(db -> {
            Table<?> some = db.select(COMPANY, MODEL, RECORD, LABEL, TERMS).from(ENTRY).where(wanted).limit(WEIGHED).asTable("f");
            return db.select(COMPANY, MODEL, RECORD, LABEL, TERMS).from(some).orderBy(DSL.length(LABEL), RECORD).limit(limit)
                    .fetch(r -> new Entry(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
        });
    }

    /** Entries with a word that is a typo away: by trigrams on PostgreSQL, among the latest 20,000 elsewhere. */
    List<Entry> near(long company, Collection<String> models, List<String> words, int limit) {
        List<Entry> candidates = candidates(scope(company, models), words);
        List<Entry> near = new ArrayList<>();
        for (Entry entry : candidates) {
            if (near.size() < limit && words.stream().allMatch(w -> entry.terms().contains(w)
                    || Typos.allowed(w.length()) > 0 && Typos.near(w, entry.terms(), Typos.allowed(w.length())))) {
                near.add(entry);
            }
        }
        return near;
    }

    private List<Entry> candidates(Condition scope, List<String> words) {
        boolean trigrams = sql.any(db -> db.family() == SQLDialect.POSTGRES);
        if (!trigrams) {
            return sql.any(db -> db.select(COMPANY, MODEL, RECORD, LABEL, TERMS).from(ENTRY).where(scope).orderBy(RECORD.desc())
                    .limit(NEAR_SCAN).fetch(r -> new Entry(r.value1(), r.value2(), r.value3(), r.value4(), r.value5())));
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
                        .fetch(r -> new Entry(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
            }));
        } catch (org.jooq.exception.DataAccessException tooSlowOrWithoutTrigrams) {
            return List.of();
        }
    }

    private static Condition scope(long company, Collection<String> models) {
        return COMPANY.in(0L, company).and(MODEL.in(models));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
