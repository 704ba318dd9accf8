package org.ashlar.bridge.purchasing.sales.internal.service;

import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.purchasing.PurchaseOrderCancelled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchase order that is given up or reopened; purchasing tells both by one event. */
@Component
@Handles(PurchaseOrderCancelled.class)
public final class OnPurchaseCancelled implements DomainEventHandler<PurchaseOrderCancelled> {

    private final Mirroring mirroring;

    /** Used by DS. */
    @Activate
    public OnPurchaseCancelled(@Reference Mirroring mirroring) {
        this.mirroring = mirroring;
    }

    @Override
    public void on(PurchaseOrderCancelled event) {
        Trade order = Trades.of(event.order());
        if (order.stage() == Trade.Stage.OPEN) {
            mirroring.reopened(order);
        } else {
            mirroring.cancelled(order);
        }
    }
}
