package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.Stock;
import org.ashlar.inventory.StockLevel;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quantities from the kept stock, or from moves and value entries for a date. */
@Component(service = Stock.class)
public class DefaultStock implements Stock {

    private final Access access;
    private final Sql sql;
    private final Sites sites;

    /** Reads by SQL. */
    @Activate
    public DefaultStock(@Reference Access access, @Reference Sql sql, @Reference Sites sites) {
        this.access = access;
        this.sql = sql;
        this.sites = sites;
    }

    @Override
    public StockLevel level(long productId, Long warehouseId) {
        return levels(List.of(productId), warehouseId).get(0);
    }

    @Override
    public List<StockLevel> levels(Collection<Long> productIds, Long warehouseId) {
        access.require("inventory.quant.read");
        if (productIds.isEmpty()) {
            return List.of();
        }
        Map<Long, StockLevel> found = new HashMap<>();
        List<Object> binds = new ArrayList<>();
        binds.add(access.caller().companyId());
        binds.addAll(productIds);
        String places = "";
        if (warehouseId != null) {
            List<Long> storing = sites.plan().storing(sites.plan().stock(warehouseId));
            places = " AND location_id IN (" + Batch.marks(storing.size()) + ")";
            binds.addAll(storing);
        }
        String condition = places;
        sql.any(ctx -> ctx.fetch("SELECT product_id, SUM(on_hand), SUM(reserved) FROM inventory_quant WHERE company_id = ?"
                + " AND product_id IN (" + Batch.marks(productIds.size()) + ")" + condition + " GROUP BY product_id",
                binds.toArray())).forEach(r -> found.put(r.get(0, Long.class), new StockLevel(r.get(0, Long.class),
                        r.get(1, BigDecimal.class), r.get(2, BigDecimal.class))));
        return productIds.stream().map(id -> found.getOrDefault(id,
                new StockLevel(id, BigDecimal.ZERO, BigDecimal.ZERO))).toList();
    }

    @Override
    public BigDecimal onHandAt(long productId, Long locationId, LocalDate date) {
        access.require("inventory.quant.read");
        List<Long> places = locationId != null ? List.of(locationId) : sites.plan().sites().values().stream()
                .filter(s -> s.kind().valued()).map(s -> s.id()).toList();
        if (places.isEmpty()) {
            return BigDecimal.ZERO;
        }
        String in = " IN (" + Batch.marks(places.size()) + ")";
        List<Object> binds = new ArrayList<>(places);
        binds.addAll(places);
        binds.add(access.caller().companyId());
        binds.add(productId);
        binds.add(java.sql.Date.valueOf(date));
        BigDecimal sum = sql.any(ctx -> ctx.resultQuery("SELECT SUM(CASE WHEN to_location_id" + in
                + " THEN quantity ELSE 0 END - CASE WHEN from_location_id" + in + " THEN quantity ELSE 0 END)"
                + " FROM inventory_move WHERE company_id = ? AND product_id = ? AND move_date <= ?", binds.toArray())
                .fetchOne(0, BigDecimal.class));
        return sum == null ? BigDecimal.ZERO : sum;
    }

    @Override
    public BigDecimal valueAt(Long productId, LocalDate date) {
        access.require("inventory.quant.read");
        List<Object> binds = new ArrayList<>(List.of(access.caller().companyId(), java.sql.Date.valueOf(date)));
        if (productId != null) {
            binds.add(productId);
        }
        BigDecimal sum = sql.any(ctx -> ctx.resultQuery("SELECT SUM(amount) FROM inventory_value_entry"
                + " WHERE company_id = ? AND entry_date <= ?" + (productId == null ? "" : " AND product_id = ?"),
                binds.toArray()).fetchOne(0, BigDecimal.class));
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
