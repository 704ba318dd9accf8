package org.ashlar.bridge.inventory.purchasing.internal;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.purchasing.PurchaseOrderClosed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an order closed short or replaced after rejection still lacks is not expected any more. */
@Component
@Handles(PurchaseOrderClosed.class)
public final class GiveUpOnClose implements DomainEventHandler<PurchaseOrderClosed> {

    private final ExpectedReceipts expectedReceipts;

    /** Used by DS. */
    @Activate
    public GiveUpOnClose(@Reference ExpectedReceipts expectedReceipts) {
        this.expectedReceipts = expectedReceipts;
    }

    @Override
    public void on(PurchaseOrderClosed event) {
        expectedReceipts.giveUp(event.order());
    }
}
