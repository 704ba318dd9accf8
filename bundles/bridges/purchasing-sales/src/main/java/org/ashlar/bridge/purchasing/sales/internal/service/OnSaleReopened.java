package org.ashlar.bridge.purchasing.sales.internal.service;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.sales.OrderReopened;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A reopened sales order holds the draft in the other company until it is confirmed again. */
@Component
@Handles(OrderReopened.class)
public final class OnSaleReopened implements DomainEventHandler<OrderReopened> {

    private final Mirroring mirroring;

    /** Used by DS. */
    @Activate
    public OnSaleReopened(@Reference Mirroring mirroring) {
        this.mirroring = mirroring;
    }

    @Override
    public void on(OrderReopened event) {
        mirroring.reopened(Trades.of(event.order()));
    }
}
