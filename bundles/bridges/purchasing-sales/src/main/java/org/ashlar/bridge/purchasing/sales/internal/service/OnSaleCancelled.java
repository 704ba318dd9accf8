package org.ashlar.bridge.purchasing.sales.internal.service;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.sales.OrderCancelled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A sales order that is given up takes the draft in the other company with it. */
@Component
@Handles(OrderCancelled.class)
public final class OnSaleCancelled implements DomainEventHandler<OrderCancelled> {

    private final Mirroring mirroring;

    /** Used by DS. */
    @Activate
    public OnSaleCancelled(@Reference Mirroring mirroring) {
        this.mirroring = mirroring;
    }

    @Override
    public void on(OrderCancelled event) {
        mirroring.cancelled(Trades.of(event.order()));
    }
}
