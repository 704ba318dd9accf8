package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ashlar.masters.LineAmounts;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.internal.domain.LineProgress;
import org.ashlar.purchasing.internal.domain.OrderStep;
import org.ashlar.purchasing.internal.domain.Selection;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
import org.ashlar.purchasing.spi.DocumentRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receipts and returns of purchase orders; runs inside the caller's transaction. Thread-safe. */
@Component(service = OrderReceiving.class)
public final class OrderReceiving {

    private final OrderQuantities quantities;
    private final Tolerances tolerances;
    private final Modules modules;
    private final Access access;
    private final Partners partners;

    /** Used by DS. */
    @Activate
    public OrderReceiving(@Reference OrderQuantities quantities, @Reference Tolerances tolerances,
            @Reference Modules modules, @Reference Access access, @Reference Partners partners) {
        this.quantities = quantities;
        this.tolerances = tolerances;
        this.modules = modules;
        this.access = access;
        this.partners = partners;
    }

    /**
     * Receives.
     *
     * @param wishes which quantities, empty: everything open
     * @param rejected part of them per line that failed inspection and is not put into stock
     * @param date {@code null}: today
     * @return the receipt, {@code null} if nothing was put into stock or no module keeps stock
     */
    public DocumentRef receive(long id, List<Selection.Wish> wishes, Map<Long, BigDecimal> rejected, LocalDate date) {
        modules.requireValidators(OrderLifecycle.MODEL);
        PurchaseOrderEntity order = quantities.begin(id, OrderStep.RECEIVE);
        BigDecimal tolerance = tolerances.receipt();
        List<LineQuantity> chosen = Selection.of(wishes, order.getLines().stream().map(l -> {
            LineProgress now = OrderViews.progress(l);
            return new Selection.Offer(l.getId(), l.getLineNo(), now.openToReceive(), now.receivable(tolerance));
        }).toList(), "purchasing.order.receive");
        List<LineQuantity> bad = new ArrayList<>();
        List<LineQuantity> good = split(chosen, rejected, bad);
        if (!bad.isEmpty()) {
            quantities.rejected(order, bad);
        }
        return carryOut(order, good, goods -> partners.receipts()
                .map(p -> p.receive(OrderViews.of(order), goods, date == null ? access.today() : date)), 1);
    }

    private static List<LineQuantity> split(List<LineQuantity> chosen, Map<Long, BigDecimal> rejected,
            List<LineQuantity> bad) {
        List<LineQuantity> good = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            LineQuantity line = chosen.get(i);
            BigDecimal refused = rejected.getOrDefault(line.lineId(), BigDecimal.ZERO);
            if (refused.signum() < 0 || refused.compareTo(line.quantity()) > 0) {
                throw Problem.rule("lines[" + i + "].rejected", "purchasing.order.receive.rejected",
                        LineAmounts.plain(refused), LineAmounts.plain(line.quantity()));
            }
            if (refused.signum() > 0) {
                bad.add(new LineQuantity(line.lineId(), refused));
            }
            if (refused.compareTo(line.quantity()) < 0) {
                good.add(new LineQuantity(line.lineId(), line.quantity().subtract(refused)));
            }
        }
        return good;
    }

    /**
     * Sends goods back to the vendor.
     *
     * @param wishes which quantities, empty: everything received and kept
     * @param date {@code null}: today
     * @return the return transfer, {@code null} if no module keeps stock
     */
    public DocumentRef sendBack(long id, List<Selection.Wish> wishes, LocalDate date, String reason) {
        modules.requireValidators(OrderLifecycle.MODEL);
        PurchaseOrderEntity order = quantities.begin(id, OrderStep.RETURN);
        List<LineQuantity> chosen = Selection.of(wishes, order.getLines().stream().map(l -> {
            LineProgress now = OrderViews.progress(l);
            return new Selection.Offer(l.getId(), l.getLineNo(), now.kept(), now.kept());
        }).toList(), "purchasing.order.return");
        return carryOut(order, chosen, goods -> partners.receipts()
                .map(p -> p.sendBack(OrderViews.of(order), goods, date == null ? access.today() : date, reason)), -1);
    }

    /** Lets the bridge move the goods; what it does not move, or nobody else would record, is recorded here. */
    private DocumentRef carryOut(PurchaseOrderEntity order, List<LineQuantity> chosen,
            Function<List<LineQuantity>, Optional<DocumentRef>> carrier, int sign) {
        if (partners.receipts().isEmpty()) {
            record(order, chosen, sign);
            return null;
        }
        Set<Long> goodsIds = order.getLines().stream().filter(PurchaseOrderLineEntity::isGoods)
                .map(PurchaseOrderLineEntity::getId).collect(Collectors.toSet());
        record(order, chosen.stream().filter(q -> !goodsIds.contains(q.lineId())).toList(), sign);
        List<LineQuantity> goods = chosen.stream().filter(q -> goodsIds.contains(q.lineId())).toList();
        return goods.isEmpty() ? null : carrier.apply(goods).orElse(null);
    }

    private void record(PurchaseOrderEntity order, List<LineQuantity> chosen, int sign) {
        if (!chosen.isEmpty()) {
            quantities.received(order, sign > 0 ? chosen
                    : chosen.stream().map(q -> new LineQuantity(q.lineId(), q.quantity().negate())).toList());
        }
    }
}
