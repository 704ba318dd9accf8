package org.ashlar.bridge.inventory.sales.internal;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.sales.OrderClosed;
import org.ashlar.sales.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An order closed short frees its stock; one delivered in full has used it up. */
@Component
@Handles(OrderClosed.class)
public final class ReleaseOnClose implements DomainEventHandler<OrderClosed> {

    private final StockHolding stockHolding;

    /** Used by DS. */
    @Activate
    public ReleaseOnClose(@Reference StockHolding stockHolding) {
        this.stockHolding = stockHolding;
    }

    @Override
    public void on(OrderClosed event) {
        if (event.order().deliveryStatus() != Progress.FULLY) {
            stockHolding.release(event.order());
        }
    }
}
