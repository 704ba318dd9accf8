package org.ashlar.bridge.inventory.purchasing.internal;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.purchasing.PurchaseOrderConfirmed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A confirmed order announces its receipt, in the same transaction. */
@Component
@Handles(PurchaseOrderConfirmed.class)
public final class AnnounceOnConfirm implements DomainEventHandler<PurchaseOrderConfirmed> {

    private final ExpectedReceipts expectedReceipts;

    /** Used by DS. */
    @Activate
    public AnnounceOnConfirm(@Reference ExpectedReceipts expectedReceipts) {
        this.expectedReceipts = expectedReceipts;
    }

    @Override
    public void on(PurchaseOrderConfirmed event) {
        expectedReceipts.announce(event.order());
    }
}
