package org.ashlar.bridge.inventory.sales.internal;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.sales.OrderConfirmed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A confirmed order holds its stock, in the same transaction, or is not confirmed. */
@Component
@Handles(OrderConfirmed.class)
public final class HoldOnConfirm implements DomainEventHandler<OrderConfirmed> {

    private final StockHolding stockHolding;

    /** Used by DS. */
    @Activate
    public HoldOnConfirm(@Reference StockHolding stockHolding) {
        this.stockHolding = stockHolding;
    }

    @Override
    public void on(OrderConfirmed event) {
        stockHolding.hold(event.order());
    }
}
