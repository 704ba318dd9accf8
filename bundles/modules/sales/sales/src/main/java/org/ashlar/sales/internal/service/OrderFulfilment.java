package org.ashlar.sales.internal.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.internal.domain.LineProgress;
import org.ashlar.sales.internal.domain.OrderStep;
import org.ashlar.sales.internal.domain.Selection;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.internal.model.OrderLineEntity;
import org.ashlar.sales.spi.DocumentRef;
import org.ashlar.sales.spi.FulfilmentProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deliveries and returns of orders; runs inside the caller's transaction. Thread-safe. */
@Component(service = OrderFulfilment.class)
public final class OrderFulfilment {

    private final OrderQuantities quantities;
    private final Modules modules;
    private final Access access;
    private final Partners partners;

    /** Used by DS. */
    @Activate
    public OrderFulfilment(@Reference OrderQuantities quantities, @Reference Modules modules, @Reference Access access,
            @Reference Partners partners) {
        this.quantities = quantities;
        this.modules = modules;
        this.access = access;
        this.partners = partners;
    }

    /**
     * Plans a delivery for the warehouse; what it delivers counts once it has.
     *
     * @param wishes which quantities, empty: everything open
     * @param date {@code null}: the requested date, or today
     * @return the planned delivery
     * @throws Problem {@code sales.order.planDelivery.noStock} while no module keeps stock,
     *     {@code sales.order.planDelivery.nothing} if no goods are open
     */
    public DocumentRef plan(long id, List<Selection.Wish> wishes, LocalDate date) {
        modules.requireValidators(OrderLifecycle.MODEL);
        OrderEntity order = quantities.begin(id, OrderStep.DELIVER);
        FulfilmentProvider provider = partners.fulfilment()
                .orElseThrow(() -> Problem.rule("lines", "sales.order.planDelivery.noStock"));
        List<LineQuantity> goods = Selection.of(wishes,
                order.getLines().stream().filter(OrderLineEntity::isGoods).map(l -> {
                    LineProgress now = OrderViews.progress(l);
                    return new Selection.Offer(l.getId(), l.getLineNo(), now.openToDeliver(), now.openToDeliver());
                }).toList(), "sales.order.planDelivery");
        LocalDate wanted = order.getRequestedDate() == null ? access.today() : order.getRequestedDate();
        return provider.plan(OrderViews.of(order), goods, date == null ? wanted : date);
    }

    /**
     * Delivers.
     *
     * @param wishes which quantities, empty: everything open
     * @param date {@code null}: today
     * @return the delivery, {@code null} if nothing but services was delivered or no module keeps stock
     */
    public DocumentRef deliver(long id, List<Selection.Wish> wishes, LocalDate date) {
        modules.requireValidators(OrderLifecycle.MODEL);
        OrderEntity order = quantities.begin(id, OrderStep.DELIVER);
        var tolerance = quantities.tolerance();
        List<LineQuantity> chosen = Selection.of(wishes, order.getLines().stream().map(l -> {
            LineProgress now = OrderViews.progress(l);
            return new Selection.Offer(l.getId(), l.getLineNo(), now.openToDeliver(), now.deliverable(tolerance));
        }).toList(), "sales.order.deliver");
        return carryOut(order, chosen, goods -> partners.fulfilment()
                .map(p -> p.deliver(OrderViews.of(order), goods, date == null ? access.today() : date)), 1);
    }

    /**
     * Takes goods back.
     *
     * @param wishes which quantities, empty: everything that the customer has
     * @param date {@code null}: today
     * @return the return transfer, {@code null} if no module keeps stock
     */
    public DocumentRef takeBack(long id, List<Selection.Wish> wishes, LocalDate date, String reason) {
        modules.requireValidators(OrderLifecycle.MODEL);
        OrderEntity order = quantities.begin(id, OrderStep.RETURN);
        List<LineQuantity> chosen = Selection.of(wishes, order.getLines().stream().map(l -> {
            LineProgress now = OrderViews.progress(l);
            return new Selection.Offer(l.getId(), l.getLineNo(), now.kept(), now.kept());
        }).toList(), "sales.order.return");
        return carryOut(order, chosen, goods -> partners.fulfilment()
                .map(p -> p.takeBack(OrderViews.of(order), goods, date == null ? access.today() : date, reason)), -1);
    }

    private interface Carrier {
        Optional<DocumentRef> carry(List<LineQuantity> goods);
    }

    /** Lets the bridge move the goods; what it does not move, or nobody else would record, is recorded here. */
    private DocumentRef carryOut(OrderEntity order, List<LineQuantity> chosen, Carrier carrier, int sign) {
        if (partners.fulfilment().isEmpty()) {
            quantities.delivered(order, signed(chosen, sign));
            return null;
        }
        Set<Long> goodsIds = order.getLines().stream().filter(OrderLineEntity::isGoods).map(OrderLineEntity::getId)
                .collect(Collectors.toSet());
        List<LineQuantity> goods = chosen.stream().filter(q -> goodsIds.contains(q.lineId())).toList();
        List<LineQuantity> rest = chosen.stream().filter(q -> !goodsIds.contains(q.lineId())).toList();
        if (!rest.isEmpty()) {
            quantities.delivered(order, signed(rest, sign));
        }
        return goods.isEmpty() ? null : carrier.carry(goods).orElse(null);
    }

    private static List<LineQuantity> signed(List<LineQuantity> chosen, int sign) {
        return sign > 0 ? chosen
                : chosen.stream().map(q -> new LineQuantity(q.lineId(), q.quantity().negate())).toList();
    }
}
