package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows that say for whom stock is held. A row holds what is still open and goes when nothing is. Thread-safe. */
@Component(service = ReservationStore.class)
public class ReservationStore {

    private static final String INSERT = "INSERT INTO inventory_reservation (" + Stamp.COLUMNS
            + ", source_model, source_id, source_line_id, product_id, location_id, quantity, unit) VALUES ("
            + Batch.marks(14) + ")";

    private final Sql sql;
    private final Stamp stamp;
    private final IdSource ids;

    /**
     * A reservation.
     *
     * @param id id, 0 for a new one
     * @param sourceModel document's model
     * @param sourceId document
     * @param sourceLineId its line
     * @param productId what
     * @param locationId where
     * @param quantity still held, base unit
     * @param unit base unit
     */
    public record Row(long id, String sourceModel, long sourceId, long sourceLineId, long productId, long locationId,
            BigDecimal quantity, String unit) {
    }

    /** Works on the connection of the running transaction. */
    @Activate
    public ReservationStore(@Reference Sql sql, @Reference Stamp stamp, @Reference IdSource ids) {
        this.sql = sql;
        this.stamp = stamp;
        this.ids = ids;
    }

    /** What a document holds, oldest first. */
    List<Row> of(String sourceModel, long sourceId) {
        return find("source_model = ? AND source_id = ?", sourceModel, sourceId);
    }

    /** What either of two documents holds, oldest first. */
    List<Row> of(String model, long id, String otherModel, long otherId) {
        return find("((source_model = ? AND source_id = ?) OR (source_model = ? AND source_id = ?))", model, id,
                otherModel, otherId);
    }

    private List<Row> find(String condition, Object... values) {
        List<Object> binds = new ArrayList<>();
        binds.add(stamp.company());
        binds.addAll(List.of(values));
        return sql.inTransaction(ctx -> ctx.resultQuery("SELECT id, source_model, source_id, source_line_id, product_id,"
                + " location_id, quantity, unit FROM inventory_reservation WHERE company_id = ? AND " + condition
                + " ORDER BY id", binds.toArray())
                .fetch(r -> new Row(r.get(0, Long.class), r.get(1, String.class), r.get(2, Long.class),
                        r.get(3, Long.class), r.get(4, Long.class), r.get(5, Long.class), r.get(6, BigDecimal.class),
                        r.get(7, String.class))));
    }

    /** Writes new reservations whose stock is held already. */
    void insert(Collection<Row> rows) {
        sql.inTransaction(ctx -> Batch.run(ctx, INSERT, rows.stream().map(r -> stamp.row(ids.next(), r.sourceModel(),
                r.sourceId(), r.sourceLineId(), r.productId(), r.locationId(), r.quantity(), r.unit())).toList()));
    }

    /**
     * Takes quantities off reservations; what reaches zero goes.
     *
     * @throws Problem CONFLICT if another transaction has used one meanwhile
     */
    void use(Map<Long, BigDecimal> used, Collection<Row> known) {
        if (used.isEmpty()) {
            return;
        }
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> smaller = new ArrayList<>();
        for (Row row : known) {
            BigDecimal part = used.get(row.id());
            if (part == null) {
                continue;
            }
            if (part.compareTo(row.quantity()) == 0) {
                gone.add(new Object[] {row.id(), row.quantity()});
            } else {
                smaller.add(new Object[] {part, stamp.now(), row.id(), row.quantity()});
            }
        }
        sql.inTransaction(ctx -> {
            check(Batch.run(ctx, "DELETE FROM inventory_reservation WHERE id = ? AND quantity = ?", gone));
            check(Batch.run(ctx, "UPDATE inventory_reservation SET quantity = quantity - ?, changed_at = ?"
                    + " WHERE id = ? AND quantity = ?", smaller));
            return null;
        });
    }

    /** Gives reservations to another document's lines. */
    void hand(Map<Long, Long> lineOf, Collection<Row> rows, long newSourceId) {
        List<Object[]> changes = rows.stream().filter(r -> lineOf.containsKey(r.sourceLineId()))
                .map(r -> new Object[] {newSourceId, lineOf.get(r.sourceLineId()), stamp.now(), r.id()}).toList();
        sql.inTransaction(ctx -> Batch.run(ctx, "UPDATE inventory_reservation SET source_id = ?, source_line_id = ?,"
                + " changed_at = ? WHERE id = ?", changes));
    }

    private static void check(int[] counts) {
        for (int count : counts) {
            if (count == 0) {
                throw Problem.of(ProblemKind.CONFLICT, "inventory.reservation.changed");
            }
        }
    }
}
