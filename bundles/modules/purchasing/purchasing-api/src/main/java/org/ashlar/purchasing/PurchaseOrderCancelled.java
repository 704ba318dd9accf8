package org.ashlar.purchasing;

import org.ashlar.platform.event.Outbound;

/**
 * A purchase order was given up or rejected.
 *
 * @param order the order as cancelled
 * @param wasConfirmed whether it had been binding
 */
@Outbound("purchasing.order.cancelled")
public record PurchaseOrderCancelled(PurchaseOrderView order, boolean wasConfirmed) {
}
