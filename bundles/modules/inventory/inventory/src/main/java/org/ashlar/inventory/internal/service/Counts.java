package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.inventory.internal.model.CountEntity;
import org.ashlar.inventory.internal.model.CountLineEntity;
import org.ashlar.inventory.internal.model.CountState;
import org.ashlar.inventory.internal.model.TransferEntity;
import org.ashlar.inventory.internal.model.TransferLineEntity;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.DocumentFlow;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counting sheets. A line remembers what was on hand when it was made; only the difference to that is moved, so goods that
 * came or went during the count do no harm. Thread-safe.
 */
@Component(service = Counts.class)
public class Counts {

    private final EntityStore store;
    private final Sql sql;
    private final Sites sites;
    private final StockMath math;
    private final Completion completion;
    private final DocumentFlow flow;
    private final Access access;

    /** Completes through {@link Completion}. */
    @Activate
    public Counts(@Reference EntityStore store, @Reference Sql sql, @Reference Sites sites, @Reference StockMath math,
            @Reference Completion completion, @Reference DocumentFlow flow, @Reference Access access) {
        this.store = store;
        this.sql = sql;
        this.sites = sites;
        this.math = math;
        this.completion = completion;
        this.flow = flow;
        this.access = access;
    }

    /** Adds a line for everything on hand that the sheet does not list yet; answers how many. */
    long fill(long id) {
        CountEntity count = draft(id);
        Site root = sites.plan().site(count.getLocation());
        List<Long> places = sites.plan().storing(root);
        Set<List<Long>> listed = new HashSet<>();
        count.getLines().forEach(l -> listed.add(List.of(l.getProduct(), place(count, l))));
        List<Object> binds = new ArrayList<>();
        binds.add(access.caller().companyId());
        binds.addAll(places);
        long[] added = {0};
        sql.inTransaction(ctx -> ctx.fetch("SELECT product_id, location_id, unit, on_hand FROM inventory_quant"
                + " WHERE company_id = ? AND location_id IN (" + Batch.marks(places.size()) + ") AND on_hand <> 0"
                + " ORDER BY location_id, product_id", binds.toArray())).forEach(r -> {
                    if (listed.add(List.of(r.get(0, Long.class), r.get(1, Long.class)))) {
                        CountLineEntity line = new CountLineEntity();
                        line.setProduct(r.get(0, Long.class));
                        line.setLocation(r.get(1, Long.class));
                        line.setUnit(r.get(2, String.class));
                        line.setExpected(r.get(3, BigDecimal.class));
                        count.add(line);
                        added[0]++;
                    }
                });
        return added[0];
    }

    /** Moves the differences; answers the adjustment or {@code null} if all was as expected. */
    Long complete(long id) {
        CountEntity count = draft(id);
        TransferEntity transfer = new TransferEntity();
        transfer.setKind(TransferKind.ADJUSTMENT);
        transfer.setDate(count.getDate());
        transfer.setSourceModel("inventory.count");
        transfer.setSourceId(count.getId());
        transfer.setWarehouse(sites.plan().site(count.getLocation()).warehouseId());
        for (CountLineEntity line : count.getLines()) {
            if (line.getCounted() != null && line.getCounted().compareTo(line.getExpected()) != 0) {
                TransferLineEntity difference = new TransferLineEntity();
                difference.setProduct(line.getProduct());
                difference.setQuantity(line.getCounted().subtract(line.getExpected()));
                difference.setUnit(line.getUnit());
                difference.setToLocation(place(count, line));
                difference.setSourceLineId(line.getId());
                transfer.add(difference);
            }
        }
        count.setState(CountState.DONE);
        if (transfer.getLines().isEmpty()) {
            return null;
        }
        access.as(access.system(access.caller().companyId()), () -> {
            store.insert(transfer);
            store.flush();
            flow.link("inventory.count", count.getId(), "inventory.transfer", transfer.getId());
            return completion.complete(transfer, count.getDate(), null, false);
        });
        count.setTransfer(transfer.getId());
        return transfer.getId();
    }

    /** Gives the sheet up. */
    void cancel(long id) {
        draft(id).setState(CountState.CANCELLED);
    }

    /** Checks lines and fills unit and expected quantity of new ones. */
    public void prepare(CountEntity count) {
        Sites.Plan plan = sites.plan();
        Site root = plan.site(count.getLocation());
        Map<Long, ProductView> products =
                math.products(count.getLines().stream().map(CountLineEntity::getProduct).toList());
        Map<List<Long>, BigDecimal> there = onHand(products.keySet());
        Set<List<Long>> seen = new HashSet<>();
        int index = 0;
        for (CountLineEntity line : count.getLines()) {
            String path = "lines[" + index + "].";
            ProductView product = products.get(line.getProduct());
            if (product == null || !product.goods()) {
                throw Problem.rule(path + "product", "inventory.product.service",
                        product == null ? line.getProduct() : product.code());
            }
            Site place = plan.site(place(count, line));
            if (!place.within(root) || place.kind() != LocationKind.INTERNAL && place.kind() != LocationKind.TRANSIT) {
                throw Problem.rule(path + "location", "inventory.count.elsewhere", place.code(), root.code());
            }
            if (line.getCounted() != null && line.getCounted().signum() < 0) {
                throw Problem.rule(path + "counted", "inventory.quantity.positive");
            }
            if (!seen.add(List.of(line.getProduct(), place.id()))) {
                throw Problem.rule(path + "product", "inventory.count.twice", product.code(), place.code());
            }
            line.setLocation(place.id());
            line.setPosition(++index);
            if (line.getUnit() == null) {
                line.setUnit(product.unit());
                line.setExpected(there.getOrDefault(List.of(product.id(), place.id()), BigDecimal.ZERO));
            }
        }
    }

    private Map<List<Long>, BigDecimal> onHand(Set<Long> products) {
        Map<List<Long>, BigDecimal> result = new HashMap<>();
        if (products.isEmpty()) {
            return result;
        }
        List<Object> binds = new ArrayList<>();
        binds.add(access.caller().companyId());
        binds.addAll(products);
        sql.any(ctx -> ctx.fetch("SELECT product_id, location_id, on_hand FROM inventory_quant WHERE company_id = ?"
                + " AND product_id IN (" + Batch.marks(products.size()) + ")", binds.toArray())).forEach(r -> result
                        .put(List.of(r.get(0, Long.class), r.get(1, Long.class)), r.get(2, BigDecimal.class)));
        return result;
    }

    private CountEntity draft(long id) {
        CountEntity count = store.lock(CountEntity.class, id);
        if (count.getState() != CountState.DRAFT) {
            throw Problem.of(ProblemKind.CONFLICT, "inventory.count.state", count.getNumber(), count.getState().name());
        }
        return count;
    }

    private static long place(CountEntity count, CountLineEntity line) {
        return line.getLocation() == null ? count.getLocation() : line.getLocation();
    }
}
