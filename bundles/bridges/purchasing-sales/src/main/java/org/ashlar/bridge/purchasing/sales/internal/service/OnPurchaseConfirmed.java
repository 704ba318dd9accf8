package org.ashlar.bridge.purchasing.sales.internal.service;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.purchasing.PurchaseOrderConfirmed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchase order to another company becomes a quotation there, or nothing happens in either. */
@Component
@Handles(PurchaseOrderConfirmed.class)
public final class OnPurchaseConfirmed implements DomainEventHandler<PurchaseOrderConfirmed> {

    private final Mirroring mirroring;

    /** Used by DS. */
    @Activate
    public OnPurchaseConfirmed(@Reference Mirroring mirroring) {
        this.mirroring = mirroring;
    }

    @Override
    public void on(PurchaseOrderConfirmed event) {
        mirroring.confirmed(Trades.of(event.order()));
    }
}
