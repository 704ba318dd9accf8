package org.ashlar.purchasing;

import org.ashlar.platform.event.Outbound;

/**
 * A purchase order became binding; a handler may veto or add follow-up documents.
 *
 * @param order the order as confirmed
 */
@Outbound("purchasing.order.confirmed")
public record PurchaseOrderConfirmed(PurchaseOrderView order) {
}
