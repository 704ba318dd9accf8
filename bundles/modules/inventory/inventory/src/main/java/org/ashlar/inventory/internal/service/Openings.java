package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.internal.model.TransferEntity;
import org.ashlar.inventory.internal.model.TransferLineEntity;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Turns rows of opening stock into completed adjustments, all rows of a transaction together: one adjustment per day with
 * one line per row. Thread-safe.
 */
@Component(service = Openings.class)
public class Openings {

    private final Access access;
    private final EntityStore store;
    private final Sql sql;
    private final Sites sites;
    private final StockMath math;
    private final Completion completion;
    private final Stamp stamp;
    private final AtCommit posting;

    private record Row(long id, long product, long location, BigDecimal quantity, String unit, BigDecimal unitCost,
            LocalDate date) {
    }

    /** Completes through {@link Completion}. */
    @Activate
    public Openings(@Reference Access access, @Reference EntityStore store, @Reference Sql sql, @Reference Sites sites,
            @Reference StockMath math, @Reference Completion completion, @Reference Stamp stamp,
            @Reference Transactions transactions) {
        this.access = access;
        this.store = store;
        this.sql = sql;
        this.sites = sites;
        this.math = math;
        this.completion = completion;
        this.stamp = stamp;
        this.posting = new AtCommit(transactions, this::post);
    }

    /** Rows are being written in this transaction. */
    public void expect() {
        posting.ask();
    }

    private void post() {
        store.flush();
        Map<LocalDate, List<Row>> byDate = new TreeMap<>();
        for (Row row : open()) {
            byDate.computeIfAbsent(row.date(), d -> new ArrayList<>()).add(row);
        }
        byDate.forEach((date, rows) -> access.as(access.system(access.caller().companyId()), () -> {
            post(date, rows);
            return null;
        }));
    }

    private List<Row> open() {
        return sql.inTransaction(ctx -> ctx.resultQuery("SELECT id, product_id, location_id, quantity, unit, unit_cost,"
                + " opening_date FROM inventory_opening_stock WHERE company_id = ? AND transfer_id IS NULL"
                + " AND quantity <> 0 ORDER BY id", access.caller().companyId())
                .fetch(r -> new Row(r.get(0, Long.class), r.get(1, Long.class), r.get(2, Long.class),
                        r.get(3, BigDecimal.class), r.get(4, String.class), r.get(5, BigDecimal.class),
                        r.get(6, LocalDate.class))));
    }

    private void post(LocalDate date, List<Row> rows) {
        Map<Long, ProductView> products = math.products(rows.stream().map(Row::product).toList());
        Sites.Plan plan = sites.plan();
        TransferEntity transfer = new TransferEntity();
        transfer.setKind(TransferKind.ADJUSTMENT);
        transfer.setDate(date);
        transfer.setSourceModel("inventory.openingStock");
        transfer.setSourceId(rows.get(0).id());
        transfer.setFromLocation(plan.first(LocationKind.ADJUSTMENT).id());
        for (Row row : rows) {
            TransferLineEntity line = new TransferLineEntity();
            line.setProduct(row.product());
            line.setQuantity(row.quantity());
            line.setUnit(row.unit());
            line.setToLocation(row.location());
            line.setSourceLineId(row.id());
            line.setUnitCost(row.unitCost() != null ? row.unitCost() : standard(products.get(row.product()), row));
            transfer.add(line);
        }
        store.insert(transfer);
        store.flush();
        completion.complete(transfer, date, null, false);
        Long id = transfer.getId();
        sql.inTransaction(ctx -> Batch.run(ctx, "UPDATE inventory_opening_stock SET transfer_id = ?, changed_at = ?"
                + " WHERE id = ?", rows.stream().map(r -> new Object[] {id, stamp.now(), r.id()}).toList()));
    }

    private static BigDecimal standard(ProductView product, Row row) {
        return product.standardCost() == null || !row.unit().equals(product.unit()) ? null : product.standardCost();
    }
}
