package org.ashlar.purchasing;

import org.ashlar.platform.event.Outbound;

/**
 * Nothing more will be received for an order: it is done or was closed short. Whatever is still expected may go.
 *
 * @param order the order as closed
 */
@Outbound("purchasing.order.closed")
public record PurchaseOrderClosed(PurchaseOrderView order) {
}
