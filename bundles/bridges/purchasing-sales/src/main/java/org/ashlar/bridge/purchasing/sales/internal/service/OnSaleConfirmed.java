package org.ashlar.bridge.purchasing.sales.internal.service;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.sales.OrderConfirmed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A sales order to another company becomes a purchase order there, or nothing happens in either. */
@Component
@Handles(OrderConfirmed.class)
public final class OnSaleConfirmed implements DomainEventHandler<OrderConfirmed> {

    private final Mirroring mirroring;

    /** Used by DS. */
    @Activate
    public OnSaleConfirmed(@Reference Mirroring mirroring) {
        this.mirroring = mirroring;
    }

    @Override
    public void on(OrderConfirmed event) {
        mirroring.confirmed(Trades.of(event.order()));
    }
}
