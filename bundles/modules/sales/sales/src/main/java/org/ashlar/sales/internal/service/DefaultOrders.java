package org.ashlar.sales.internal.service;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.platform.value.Money;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.OrderDraft;
import org.ashlar.sales.OrderId;
import org.ashlar.sales.OrderLineDraft;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.Orders;
import org.ashlar.sales.internal.domain.OrderStep;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.internal.model.OrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders for other modules. */
@Component
public final class DefaultOrders implements Orders {

    private final Access access;
    private final Transactions transactions;
    private final EntityStore store;
    private final OrderLifecycle lifecycle;
    private final OrderQuantities quantities;
    private final OpenAmounts openAmounts;

    /** Used by DS. */
    @Activate
    public DefaultOrders(@Reference Access access, @Reference Transactions transactions, @Reference EntityStore store,
            @Reference OrderLifecycle lifecycle, @Reference OrderQuantities quantities,
            @Reference OpenAmounts openAmounts) {
        this.access = access;
        this.transactions = transactions;
        this.store = store;
        this.lifecycle = lifecycle;
        this.quantities = quantities;
        this.openAmounts = openAmounts;
    }

    @Override
    public OrderId create(OrderDraft draft) {
        access.require("sales.order.create");
        return transactions.required(() -> new OrderId(store.insert(entity(draft)).getId()));
    }

    @Override
    public void confirm(OrderId order) {
        access.require("sales.order.confirm");
        transactions.run(() -> lifecycle.confirm(order.value()));
    }

    @Override
    public void cancel(OrderId order) {
        access.require("sales.order.cancel");
        transactions.run(() -> lifecycle.cancel(order.value()));
    }

    @Override
    public OrderView get(OrderId order) {
        access.require("sales.order.read");
        if (transactions.active()) {
            return OrderViews.of(store.lock(OrderEntity.class, order.value()));
        }
        return transactions.required(() -> OrderViews.of(store.get(OrderEntity.class, order.value())));
    }

    @Override
    public void recordDelivered(OrderId order, List<LineQuantity> changes) {
        access.require("sales.order.deliver");
        transactions.run(() -> quantities.delivered(quantities.begin(order.value(), OrderStep.RETURN), changes));
    }

    @Override
    public void recordInvoiced(OrderId order, List<LineQuantity> changes) {
        access.require("sales.order.invoice");
        transactions.run(() -> quantities.invoiced(quantities.begin(order.value(), OrderStep.CREDIT), changes));
    }

    @Override
    public List<Money> openAmounts(long partyId) {
        access.require("sales.order.read");
        return openAmounts.of(partyId);
    }

    private static OrderEntity entity(OrderDraft draft) {
        OrderEntity order = new OrderEntity();
        order.setParty(draft.partyId());
        order.setDate(draft.date());
        order.setRequestedDate(draft.requestedDate());
        order.setCurrency(draft.currency());
        order.setPriceList(draft.priceListId());
        order.setPaymentTermDays(draft.paymentTermDays());
        order.setWarehouse(draft.warehouseId());
        order.setCustomerReference(draft.customerReference());
        order.setPartialReservation(draft.partialReservation());
        for (OrderLineDraft line : draft.lines()) {
            order.getLines().add(entity(order, line));
        }
        return order;
    }

    private static OrderLineEntity entity(OrderEntity order, OrderLineDraft draft) {
        OrderLineEntity line = new OrderLineEntity();
        line.setOrder(order);
        line.setProduct(draft.productId());
        line.setText(draft.text());
        line.setQuantity(draft.quantity());
        line.setUnit(draft.unit());
        line.setUnitPrice(draft.unitPrice());
        line.setDiscountPercent(draft.discountPercent());
        line.setTaxCode(draft.taxCode());
        return line;
    }
}
