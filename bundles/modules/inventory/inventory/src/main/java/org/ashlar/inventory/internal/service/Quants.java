package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.internal.domain.Picking;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Stock per product and location. Every change is a conditional update that the database refuses when it would take more
 * than is free, in order of product and location, so that documents with the same goods in another order do not block each
 * other. Thread-safe.
 */
@Component(service = Quants.class)
public class Quants {

    private static final Comparator<Change> LOCK_ORDER =
            Comparator.comparingLong(Change::productId).thenComparingLong(Change::locationId);
    private static final String UPDATE = "UPDATE inventory_quant SET on_hand = on_hand + ?, reserved = reserved + ?,"
            + " available = available + ?, changed_at = ? WHERE company_id = ? AND product_id = ? AND location_id = ?"
            + " AND available + ? >= 0 AND reserved + ? >= 0";
    private static final String INSERT = "INSERT INTO inventory_quant (" + Stamp.COLUMNS
            + ", product_id, location_id, unit, on_hand, reserved, available) VALUES (" + Batch.marks(13) + ")";

    private final Sql sql;
    private final Stamp stamp;
    private final IdSource ids;
    private final LastFound last = new LastFound();

    /**
     * A change of stock in one place.
     *
     * @param productId what
     * @param locationId where
     * @param unit the product's own unit
     * @param onHand change of what is there
     * @param reserved change of what is held
     */
    public record Change(long productId, long locationId, String unit, BigDecimal onHand, BigDecimal reserved) {

        BigDecimal available() {
            return onHand.subtract(reserved);
        }

        Change undone() {
            return new Change(productId, locationId, unit, onHand.negate(), reserved.negate());
        }

        private Change plus(Change other) {
            return new Change(productId, locationId, unit, onHand.add(other.onHand), reserved.add(other.reserved));
        }
    }

    /** Works on the connection of the running transaction. */
    @Activate
    public Quants(@Reference Sql sql, @Reference Stamp stamp, @Reference IdSource ids) {
        this.sql = sql;
        this.stamp = stamp;
        this.ids = ids;
    }

    /** Free stock of the products in any location, in order of location. */
    List<Picking.Free> free(Collection<Long> products) {
        if (products.isEmpty()) {
            return List.of();
        }
        List<Picking.Free> free = sql.inTransaction(ctx -> ByProduct.fetch(ctx,
                "SELECT product_id, location_id, available FROM inventory_quant",
                stamp.company(), products, " AND available > 0")
                .map(r -> new Picking.Free(r.get(0, Long.class), r.get(1, Long.class), r.get(2, BigDecimal.class))))
                .stream().sorted(Comparator.comparingLong(Picking.Free::productId)
                        .thenComparingLong(Picking.Free::locationId)).toList();
        last.read(stamp.company(), products, free);
        return free;
    }

    /** What {@link #free} would probably answer, without asking; empty if that is not known. */
    List<Picking.Free> probable(Collection<Long> products) {
        return last.of(stamp.company(), products);
    }

    /** What {@link #probable} said was wrong. */
    void forget(Collection<Long> products) {
        last.refused(stamp.company(), products);
    }

    /**
     * Applies all changes or none.
     *
     * @return the changes that were refused because stock would fall below what is held; empty if all were applied
     */
    List<Change> apply(Collection<Change> changes) {
        Map<List<Long>, Change> merged = new LinkedHashMap<>();
        changes.forEach(c -> merged.merge(List.of(c.productId(), c.locationId()), c, Change::plus));
        List<Change> ordered = merged.values().stream()
                .filter(c -> c.onHand().signum() != 0 || c.reserved().signum() != 0).sorted(LOCK_ORDER).toList();
        ordered.stream().filter(c -> c.available().signum() > 0)
                .forEach(c -> last.came(stamp.company(), c.productId(), c.locationId()));
        return sql.inTransaction(ctx -> {
            List<Change> refused = update(ctx, ordered);
            List<Change> fresh = refused.stream().filter(c -> c.available().signum() >= 0 && c.reserved().signum() >= 0)
                    .toList();
            if (!fresh.isEmpty()) {
                insert(ctx, fresh);
                List<Change> again = update(ctx, fresh);
                refused = new ArrayList<>(refused);
                refused.removeAll(fresh);
                refused.addAll(again);
            }
            if (!refused.isEmpty()) {
                List<Change> applied = new ArrayList<>(ordered);
                applied.removeAll(refused);
                update(ctx, applied.stream().map(Change::undone).toList());
            }
            return refused;
        });
    }

    private List<Change> update(DSLContext ctx, List<Change> changes) {
        Instant now = stamp.now();
        long company = stamp.company();
        int[] counts = Batch.run(ctx, UPDATE, changes.stream().map(c -> new Object[] {c.onHand(), c.reserved(),
                c.available(), now, company, c.productId(), c.locationId(), c.available(), c.reserved()}).toList());
        List<Change> refused = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                refused.add(changes.get(i));
            }
        }
        return refused;
    }

    private void insert(DSLContext ctx, List<Change> changes) {
        Batch.insertMissing(ctx, INSERT, changes.stream().map(c -> stamp.row(ids.next(), c.productId(), c.locationId(),
                c.unit(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)).toList());
    }
}
