package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.Against;
import org.ashlar.inventory.StockValued;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.ValueLine;
import org.ashlar.inventory.internal.domain.Recost;
import org.ashlar.inventory.internal.model.ValueKind;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The stock value ledger: written once, and told to whoever keeps accounts. Thread-safe. */
@Component(service = ValueEntries.class)
public class ValueEntries {

    private static final String INSERT = "INSERT INTO inventory_value_entry (" + Stamp.COLUMNS + ", reference, kind,"
            + " entry_date, product_id, quantity, amount, against, move_id, transfer_id, cost_adjustment_id) VALUES ("
            + Batch.marks(17) + ")";

    private final Sql sql;
    private final Stamp stamp;
    private final IdSource ids;
    private final Events events;

    /**
     * An entry to write.
     *
     * @param kind what it came from
     * @param date posting date
     * @param product what
     * @param quantity change of quantity, signed
     * @param amount change of value, signed
     * @param against other side
     * @param moveId its move
     * @param transferId transfer of that move
     * @param transferKind kind of that transfer
     * @param reference number of that transfer or of the document that brought a late cost
     * @param adjustmentId late cost that it belongs to, {@code null} if none
     */
    record Entry(ValueKind kind, LocalDate date, ProductView product, BigDecimal quantity, BigDecimal amount,
            Against against, long moveId, long transferId, TransferKind transferKind, String reference,
            Long adjustmentId) {
    }

    private record Group(LocalDate date, TransferKind kind, long transferId, String reference) {
    }

    /** Works on the connection of the running transaction. */
    @Activate
    public ValueEntries(@Reference Sql sql, @Reference Stamp stamp, @Reference IdSource ids, @Reference Events events) {
        this.sql = sql;
        this.stamp = stamp;
        this.ids = ids;
        this.events = events;
    }

    /** Writes entries. */
    void insert(List<Entry> entries) {
        sql.inTransaction(ctx -> Batch.run(ctx, INSERT, entries.stream().map(e -> stamp.row(ids.next(), e.reference(),
                e.kind(), e.date(), e.product().id(), e.quantity(), e.amount(), e.against(), e.moveId(), e.transferId(),
                Batch.NullOf.LONG.or(e.adjustmentId()))).toList()));
    }

    /** Publishes the entries that change value, one event per date and document, oldest date first. */
    void publish(List<Entry> entries) {
        Map<Group, List<ValueLine>> groups = new LinkedHashMap<>();
        entries.stream().filter(e -> e.amount().signum() != 0).sorted(java.util.Comparator.comparing(Entry::date))
                .forEach(e -> groups
                        .computeIfAbsent(new Group(e.date(), e.transferKind(), e.transferId(), e.reference()),
                                g -> new ArrayList<>())
                        .add(new ValueLine(e.moveId(), e.product().id(), e.product().categoryId(), e.quantity(),
                                e.amount(), e.against())));
        long company = stamp.company();
        groups.forEach((g, lines) -> events
                .publish(new StockValued(company, g.date(), g.kind(), g.transferId(), g.reference(), lines)));
    }

    /** Sums of what is written for products, by event. */
    Map<Recost.Key, BigDecimal> written(long productId) {
        Map<Recost.Key, BigDecimal> sums = new HashMap<>();
        sql.inTransaction(ctx -> ctx.fetch("SELECT move_id, cost_adjustment_id, against, SUM(amount)"
                + " FROM inventory_value_entry WHERE company_id = ? AND product_id = ?"
                + " GROUP BY move_id, cost_adjustment_id, against", stamp.company(), productId)).forEach(r -> {
                    long move = r.get(0, Long.class);
                    Long adjustment = r.get(1, Long.class);
                    sums.put(new Recost.Key(adjustment == null ? move : adjustment, move,
                            Against.valueOf(r.get(2, String.class))), r.get(3, BigDecimal.class));
                });
        return sums;
    }
}
