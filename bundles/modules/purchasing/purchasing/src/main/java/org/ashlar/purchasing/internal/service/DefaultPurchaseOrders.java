package org.ashlar.purchasing.internal.service;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.PurchaseOrderDraft;
import org.ashlar.purchasing.PurchaseOrderId;
import org.ashlar.purchasing.PurchaseOrderLineDraft;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.purchasing.PurchaseOrders;
import org.ashlar.purchasing.internal.domain.OrderStep;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Purchase orders for other modules. */
@Component
public final class DefaultPurchaseOrders implements PurchaseOrders {

    private final Access access;
    private final Transactions transactions;
    private final EntityStore store;
    private final OrderLifecycle lifecycle;
    private final OrderQuantities quantities;

    /** Used by DS. */
    @Activate
    public DefaultPurchaseOrders(@Reference Access access, @Reference Transactions transactions, @Reference EntityStore store,
            @Reference OrderLifecycle lifecycle, @Reference OrderQuantities quantities) {
        this.access = access;
        this.transactions = transactions;
        this.store = store;
        this.lifecycle = lifecycle;
        this.quantities = quantities;
    }

    @Override
    public PurchaseOrderId create(PurchaseOrderDraft draft) {
        access.require("purchasing.order.create");
        return transactions.required(() -> new PurchaseOrderId(store.insert(entity(draft)).getId()));
    }

    @Override
    public void confirm(PurchaseOrderId order) {
        access.require("purchasing.order.confirm");
        transactions.run(() -> lifecycle.confirm(order.value()));
    }

    @Override
    public void cancel(PurchaseOrderId order) {
        access.require("purchasing.order.cancel");
        transactions.run(() -> lifecycle.cancel(order.value()));
    }

    @Override
    public PurchaseOrderView get(PurchaseOrderId order) {
        access.require("purchasing.order.read");
        if (transactions.active()) {
            return OrderViews.of(store.lock(PurchaseOrderEntity.class, order.value()));
        }
        return transactions.required(() -> OrderViews.of(store.get(PurchaseOrderEntity.class, order.value())));
    }

    @Override
    public void recordReceived(PurchaseOrderId order, List<LineQuantity> changes) {
        access.require("purchasing.order.receive");
        transactions.run(() -> quantities.received(quantities.begin(order.value(), OrderStep.RETURN), changes));
    }

    @Override
    public void recordBilled(PurchaseOrderId order, List<LineQuantity> changes) {
        access.require("purchasing.order.bill");
        transactions.run(() -> quantities.billed(quantities.begin(order.value(), OrderStep.CREDIT), changes));
    }

    private static PurchaseOrderEntity entity(PurchaseOrderDraft draft) {
        PurchaseOrderEntity order = new PurchaseOrderEntity();
        order.setParty(draft.partyId());
        order.setDate(draft.date());
        order.setExpectedDate(draft.expectedDate());
        order.setCurrency(draft.currency());
        order.setPaymentTermDays(draft.paymentTermDays());
        order.setWarehouse(draft.warehouseId());
        order.setVendorReference(draft.vendorReference());
        for (PurchaseOrderLineDraft line : draft.lines()) {
            order.getLines().add(entity(order, line));
        }
        return order;
    }

    private static PurchaseOrderLineEntity entity(PurchaseOrderEntity order, PurchaseOrderLineDraft draft) {
        PurchaseOrderLineEntity line = new PurchaseOrderLineEntity();
        line.setOrder(order);
        line.setProduct(draft.productId());
        line.setText(draft.text());
        line.setQuantity(draft.quantity());
        line.setUnit(draft.unit());
        line.setUnitPrice(draft.unitPrice());
        line.setDiscountPercent(draft.discountPercent());
        line.setTaxCode(draft.taxCode());
        line.setDueDate(draft.dueDate());
        return line;
    }
}
