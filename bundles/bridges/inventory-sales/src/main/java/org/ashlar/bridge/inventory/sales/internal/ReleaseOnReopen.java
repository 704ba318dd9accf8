package org.ashlar.bridge.inventory.sales.internal;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.sales.OrderReopened;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An order that became a quotation again frees its stock. */
@Component
@Handles(OrderReopened.class)
public final class ReleaseOnReopen implements DomainEventHandler<OrderReopened> {

    private final StockHolding stockHolding;

    /** Used by DS. */
    @Activate
    public ReleaseOnReopen(@Reference StockHolding stockHolding) {
        this.stockHolding = stockHolding;
    }

    @Override
    public void on(OrderReopened event) {
        stockHolding.release(event.order());
    }
}
