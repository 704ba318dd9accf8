package org.ashlar.inventory.internal.service;

import java.util.List;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.internal.model.LocationEntity;
import org.ashlar.inventory.internal.model.WarehouseEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives each new warehouse the root of its locations, in the transaction that made it. Thread-safe. */
@Component(service = Depots.class)
public class Depots {

    private final Access access;
    private final EntityStore store;
    private final Sql sql;
    private final Sites sites;
    private final AtCommit completing;

    /** Writes through the entity store. */
    @Activate
    public Depots(@Reference Access access, @Reference EntityStore store, @Reference Sql sql, @Reference Sites sites,
            @Reference Transactions transactions) {
        this.access = access;
        this.store = store;
        this.sql = sql;
        this.sites = sites;
        this.completing = new AtCommit(transactions, this::complete);
    }

    /** Warehouses are being made in this transaction. */
    public void expect() {
        sites.changed(access.caller().companyId());
        completing.ask();
    }

    /** Code of the main warehouse, {@code null} if none but the given one ({@code null}: a new one) is. */
    public String otherMain(Long id) {
        return sql.any(ctx -> ctx.resultQuery("SELECT code FROM inventory_warehouse WHERE company_id = ? AND is_main = true"
                + " AND id <> ?", access.caller().companyId(), id == null ? 0L : id).fetchOne(0, String.class));
    }

    /** Makes the missing roots now. */
    public void complete() {
        store.flush();
        sites.changed(access.caller().companyId());
        List<Long> bare = sql.inTransaction(ctx -> ctx.resultQuery("SELECT id FROM inventory_warehouse"
                + " WHERE company_id = ? AND stock_location_id IS NULL ORDER BY id", access.caller().companyId())
                .fetch(r -> r.get(0, Long.class)));
        for (WarehouseEntity warehouse : store.getAll(WarehouseEntity.class, bare)) {
            LocationEntity root = new LocationEntity();
            root.setCode(warehouse.getCode() + "-STOCK");
            root.setName(warehouse.getName());
            root.setKind(LocationKind.INTERNAL);
            root.setWarehouse(warehouse.getId());
            store.insert(root);
            store.flush();
            warehouse.setStockLocation(root.getId());
        }
        store.flush();
    }
}
