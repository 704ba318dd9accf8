package org.ashlar.platform.transfer.internal.store;

import java.util.List;
import java.util.function.Consumer;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Cursor;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refused rows of imports, kept in the database so that they commit together with the progress. Thread-safe. */
@Component(service = Rejects.class)
public final class Rejects {

    private static final int WIDTH = 4000;
    private static final long KEPT = 10_000;

    private final Sql sql;
    private final Transactions transactions;

    /** Used by DS. */
    @Activate
    public Rejects(@Reference Sql sql, @Reference Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * One refused row.
     *
     * @param row line of the file
     * @param field field or column at fault
     * @param reason in the user's language
     * @param raw the row's cells as one CSV line, cut at 4,000 characters
     */
    public record Reject(long row, String field, String reason, String raw) {
    }

    /**
     * A row whose record exists already.
     *
     * @param row line of the file
     * @param key what it was known by
     * @param record the record
     */
    public record Duplicate(long row, String key, long record) {
    }

    /** Adds in the running transaction; a run keeps its first 10,000, {@code before} says how many there were. */
    public void addDuplicates(long job, List<Duplicate> duplicates, long before) {
        List<Duplicate> kept = before >= KEPT ? List.of()
                : duplicates.subList(0, (int) Math.min(duplicates.size(), KEPT - before));
        if (kept.isEmpty()) {
            return;
        }
        sql.inTransaction(db -> {
            var batch = db.batch("insert into platform_import_duplicate (job_id, row_no, known_by, record_id) values (?, ?, ?, ?)");
            kept.forEach(d -> batch.bind(job, d.row(), cut(d.key(), 255), d.record()));
            return batch.execute();
        });
    }

    /** Streams the kept duplicates of a run in row order. */
    public void eachDuplicate(long job, Consumer<Duplicate> consumer) {
        transactions.run(() -> sql.inTransaction(db -> {
            try (Cursor<Record> cursor = db.select(List.of(DSL.field("row_no", Long.class), DSL.field("known_by", String.class),
                    DSL.field("record_id", Long.class))).from("platform_import_duplicate")
                    .where(DSL.field("job_id", Long.class).eq(job)).orderBy(DSL.field("row_no")).fetchSize(500).fetchLazy()) {
                for (Record r : cursor) {
                    consumer.accept(new Duplicate(r.get(0, Long.class), r.get(1, String.class), r.get(2, Long.class)));
                }
            }
            return null;
        }));
    }

    /** Adds in the running transaction. */
    public void add(long job, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        sql.inTransaction(db -> {
            var batch = db.batch("insert into platform_import_reject (job_id, row_no, field, reason, raw)"
                    + " values (?, ?, ?, ?, ?)");
            rejects.forEach(r -> batch.bind(job, r.row(), cut(r.field(), 255), cut(r.reason(), WIDTH), cut(r.raw(), WIDTH)));
            return batch.execute();
        });
    }

    /** Streams the rejects of a run in row order. */
    public void each(long job, Consumer<Reject> consumer) {
        transactions.run(() -> sql.inTransaction(db -> {
            try (Cursor<Record> cursor = db.select(List.of(DSL.field("row_no", Long.class), DSL.field("field", String.class),
                    DSL.field("reason", String.class), DSL.field("raw", String.class))).from("platform_import_reject")
                    .where(DSL.field("job_id", Long.class).eq(job)).orderBy(DSL.field("row_no")).fetchSize(500).fetchLazy()) {
                for (Record r : cursor) {
                    consumer.accept(new Reject(r.get(0, Long.class), r.get(1, String.class), r.get(2, String.class),
                            r.get(3, String.class)));
                }
            }
            return null;
        }));
    }

    /** PostgreSQL stores no NUL, and a refused row may hold one. */
    private static String cut(String text, int width) {
        if (text == null) {
            return null;
        }
        String storable = text.replace('\0', '\uFFFD');
        return storable.length() <= width ? storable : storable.substring(0, width);
    }
}
