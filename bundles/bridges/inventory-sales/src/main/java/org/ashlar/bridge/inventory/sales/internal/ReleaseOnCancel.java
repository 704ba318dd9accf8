package org.ashlar.bridge.inventory.sales.internal;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.sales.OrderCancelled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A cancelled order frees its stock. */
@Component
@Handles(OrderCancelled.class)
public final class ReleaseOnCancel implements DomainEventHandler<OrderCancelled> {

    private final StockHolding stockHolding;

    /** Used by DS. */
    @Activate
    public ReleaseOnCancel(@Reference StockHolding stockHolding) {
        this.stockHolding = stockHolding;
    }

    @Override
    public void on(OrderCancelled event) {
        if (event.wasConfirmed()) {
            stockHolding.release(event.order());
        }
    }
}
