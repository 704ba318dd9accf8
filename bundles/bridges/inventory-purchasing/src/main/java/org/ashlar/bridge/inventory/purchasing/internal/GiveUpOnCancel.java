package org.ashlar.bridge.inventory.purchasing.internal;

import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.purchasing.PurchaseOrderCancelled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A cancelled order is not expected any more. */
@Component
@Handles(PurchaseOrderCancelled.class)
public final class GiveUpOnCancel implements DomainEventHandler<PurchaseOrderCancelled> {

    private final ExpectedReceipts expectedReceipts;

    /** Used by DS. */
    @Activate
    public GiveUpOnCancel(@Reference ExpectedReceipts expectedReceipts) {
        this.expectedReceipts = expectedReceipts;
    }

    @Override
    public void on(PurchaseOrderCancelled event) {
        if (event.wasConfirmed()) {
            expectedReceipts.giveUp(event.order());
        }
    }
}
