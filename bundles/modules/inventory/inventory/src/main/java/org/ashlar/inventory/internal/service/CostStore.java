package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ashlar.inventory.internal.domain.CostMethod;
import org.ashlar.inventory.internal.domain.CostState;
import org.ashlar.inventory.internal.domain.Layer;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Present worth of each product; its row is the lock under which the product is valued. Plain receipts and issues read first
 * and write on condition that nobody was faster, which takes one statement less. Thread-safe.
 */
@Component(service = CostStore.class)
public class CostStore {

    private static final String LOCK = "UPDATE inventory_cost SET last_seq = last_seq + ?"
            + " WHERE company_id = ? AND product_id = ?";
    private static final String INSERT = "INSERT INTO inventory_cost (" + Stamp.COLUMNS + ", product_id, cost_method,"
            + " unit, quantity, amount, last_seq) VALUES (" + Batch.marks(13) + ")";

    private static final String SAVE = "UPDATE inventory_cost SET quantity = ?, amount = ?, last_date = ?,"
            + " last_dependent_date = ?, changed_at = ? WHERE company_id = ? AND product_id = ?";
    private static final String TAKE = "UPDATE inventory_cost SET quantity = ?, amount = ?, last_date = ?,"
            + " last_dependent_date = ?, changed_at = ?, last_seq = ? WHERE company_id = ? AND product_id = ?"
            + " AND last_seq = ?";

    private final Sql sql;
    private final Stamp stamp;
    private final IdSource ids;

    /**
     * A product about to be valued.
     *
     * @param state its worth
     * @param firstSequence first of the sequence numbers taken for it
     * @param seen what was read of it without a lock; {@code null} if it is locked
     */
    record Locked(CostState state, long firstSequence, Seen seen) {
    }

    /**
     * A product as it was read.
     *
     * @param quantity quantity
     * @param amount value
     * @param lastDate day of the last event
     * @param lastDependent day of the last event that depends on the past
     * @param sequence last sequence number; every valuing takes one, so the same number means the same product
     * @param events sequence numbers to take
     */
    record Seen(BigDecimal quantity, BigDecimal amount, LocalDate lastDate, LocalDate lastDependent, long sequence,
            int events) {
    }

    /** Works on the connection of the running transaction. */
    @Activate
    public CostStore(@Reference Sql sql, @Reference Stamp stamp, @Reference IdSource ids) {
        this.sql = sql;
        this.stamp = stamp;
        this.ids = ids;
    }

    /** Locks products in order of id and takes so many sequence numbers for each. */
    SortedMap<Long, Locked> lock(Map<ProductView, Integer> events) {
        long company = stamp.company();
        SortedMap<Long, ProductView> products = new TreeMap<>();
        events.keySet().forEach(p -> products.put(p.id(), p));
        List<ProductView> ordered = List.copyOf(products.values());
        return sql.inTransaction(ctx -> {
            int[] counts = Batch.run(ctx, LOCK, ordered.stream()
                    .map(p -> new Object[] {(long) events.get(p), company, p.id()}).toList());
            List<ProductView> missing = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    missing.add(ordered.get(i));
                }
            }
            if (!missing.isEmpty()) {
                Batch.insertMissing(ctx, INSERT, missing.stream().map(p -> stamp.row(ids.next(), p.id(), p.costMethod(),
                        p.unit(), BigDecimal.ZERO, BigDecimal.ZERO, 0L)).toList());
                Batch.run(ctx, LOCK, missing.stream().map(p -> new Object[] {(long) events.get(p), company, p.id()})
                        .toList());
            }
            return fetch(ctx, company, products, events, true);
        });
    }

    /**
     * Reads products without locking them; {@link #save} finds out whether somebody valued one of them meanwhile, and
     * nothing may be written before it. Empty if one was never valued: then its row has to be made under {@link #lock}.
     */
    Optional<SortedMap<Long, Locked>> read(Map<ProductView, Integer> events) {
        SortedMap<Long, ProductView> products = new TreeMap<>();
        events.keySet().forEach(p -> products.put(p.id(), p));
        SortedMap<Long, Locked> read = sql.inTransaction(ctx -> fetch(ctx, stamp.company(), products, events, false));
        return read.size() == products.size() ? Optional.of(read) : Optional.empty();
    }

    private static SortedMap<Long, Locked> fetch(DSLContext ctx, long company, SortedMap<Long, ProductView> products,
            Map<ProductView, Integer> events, boolean held) {
        SortedMap<Long, Locked> result = new TreeMap<>();
        ByProduct.fetch(ctx, "SELECT product_id, cost_method, quantity, amount, last_date, last_dependent_date, last_seq"
                + " FROM inventory_cost", company, products.keySet(), "").forEach(r -> {
                    long product = r.get(0, Long.class);
                    int count = events.get(products.get(product));
                    Seen seen = new Seen(r.get(2, BigDecimal.class), r.get(3, BigDecimal.class), r.get(4, LocalDate.class),
                            r.get(5, LocalDate.class), r.get(6, Long.class), count);
                    CostState state = new CostState(CostMethod.valueOf(r.get(1, String.class)), seen.quantity(),
                            seen.amount(), seen.lastDate(), seen.lastDependent());
                    result.put(product, held ? new Locked(state, seen.sequence() - count + 1, null)
                            : new Locked(state, seen.sequence() + 1, seen));
                });
        return result;
    }

    /** Puts the open layers into the states of FIFO products. */
    Map<Long, Map<Long, Layer>> restoreLayers(Map<Long, CostState> states) {
        Map<Long, Map<Long, Layer>> before = new HashMap<>();
        List<Long> fifo = states.entrySet().stream().filter(e -> e.getValue().method() == CostMethod.FIFO)
                .map(Map.Entry::getKey).toList();
        if (fifo.isEmpty()) {
            return before;
        }
        sql.inTransaction(ctx -> ByProduct.fetch(ctx, "SELECT product_id, move_id, layer_date, seq, quantity, amount"
                + " FROM inventory_layer", stamp.company(), fifo, "")).forEach(r -> {
                    Layer layer = new Layer(r.get(1, Long.class), r.get(2, LocalDate.class), r.get(3, Long.class),
                            r.get(4, BigDecimal.class), r.get(5, BigDecimal.class));
                    long product = r.get(0, Long.class);
                    states.get(product).restore(layer);
                    before.computeIfAbsent(product, p -> new HashMap<>()).put(layer.moveId(), layer);
                });
        return before;
    }

    /**
     * Writes what has changed; {@code before} holds the layers as they are stored.
     *
     * @return false, and nothing is written, if a product that was only read has been valued by somebody else since
     */
    boolean save(SortedMap<Long, Locked> locked, Map<Long, CostState> states, Map<Long, Map<Long, Layer>> before) {
        if (!saveWorth(locked, states)) {
            return false;
        }
        saveLayers(states, before);
        return true;
    }

    private boolean saveWorth(SortedMap<Long, Locked> locked, Map<Long, CostState> states) {
        long company = stamp.company();
        boolean held = locked.values().stream().allMatch(l -> l.seen() == null);
        List<Object[]> rows = new ArrayList<>();
        locked.forEach((product, l) -> {
            CostState state = states.get(product);
            List<Object> row = new ArrayList<>(List.of(state.quantity(), state.value(),
                    Batch.NullOf.DATE.or(state.lastDate()), Batch.NullOf.DATE.or(state.lastDependent()), stamp.now()));
            if (!held) {
                row.add(l.seen().sequence() + l.seen().events());
            }
            row.add(company);
            row.add(product);
            if (!held) {
                row.add(l.seen().sequence());
            }
            rows.add(row.toArray());
        });
        return sql.inTransaction(ctx -> {
            int[] counts = Batch.run(ctx, held ? SAVE : TAKE, rows);
            if (held || Arrays.stream(counts).allMatch(count -> count > 0)) {
                return true;
            }
            undo(ctx, locked, counts);
            return false;
        });
    }

    /** Puts back what was written before another product turned out to have changed. */
    private void undo(DSLContext ctx, SortedMap<Long, Locked> locked, int[] counts) {
        List<Object[]> rows = new ArrayList<>();
        int i = 0;
        for (Map.Entry<Long, Locked> entry : locked.entrySet()) {
            Seen seen = entry.getValue().seen();
            if (counts[i++] > 0) {
                rows.add(new Object[] {seen.quantity(), seen.amount(), Batch.NullOf.DATE.or(seen.lastDate()),
                        Batch.NullOf.DATE.or(seen.lastDependent()), stamp.now(), seen.sequence(), stamp.company(),
                        entry.getKey(), seen.sequence() + seen.events()});
            }
        }
        Batch.run(ctx, TAKE, rows);
    }

    private void saveLayers(Map<Long, CostState> states, Map<Long, Map<Long, Layer>> before) {
        long company = stamp.company();
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        List<Object[]> fresh = new ArrayList<>();
        new TreeMap<>(states).forEach((product, state) -> {
            Map<Long, Layer> old = new HashMap<>(before.getOrDefault(product, Map.of()));
            for (Layer layer : state.layers()) {
                Layer was = old.remove(layer.moveId());
                if (was == null) {
                    fresh.add(stamp.row(ids.next(), product, layer.moveId(), layer.date(), layer.sequence(),
                            layer.quantity(), layer.value()));
                } else if (!was.equals(layer)) {
                    changed.add(new Object[] {layer.quantity(), layer.value(), company, layer.moveId()});
                }
            }
            old.keySet().forEach(move -> gone.add(new Object[] {company, move}));
        });
        if (gone.isEmpty() && changed.isEmpty() && fresh.isEmpty()) {
            return;
        }
        sql.inTransaction(ctx -> {
            Batch.run(ctx, "DELETE FROM inventory_layer WHERE company_id = ? AND move_id = ?", gone);
            Batch.run(ctx, "UPDATE inventory_layer SET quantity = ?, amount = ? WHERE company_id = ? AND move_id = ?",
                    changed);
            return Batch.run(ctx, "INSERT INTO inventory_layer (" + Stamp.COLUMNS + ", product_id, move_id, layer_date, seq,"
                    + " quantity, amount) VALUES (" + Batch.marks(13) + ")", fresh);
        });
    }

    /** Quantity and value of a product now, without a lock; {@code null} if it never moved. */
    Collection<BigDecimal> worth(long productId) {
        return sql.any(ctx -> ctx.resultQuery("SELECT quantity, amount FROM inventory_cost WHERE company_id = ?"
                + " AND product_id = ?", stamp.company(), productId)
                .fetchOne(r -> List.of(r.get(0, BigDecimal.class), r.get(1, BigDecimal.class))));
    }
}
