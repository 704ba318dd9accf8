package org.ashlar.sales;

import org.ashlar.platform.event.Outbound;

/**
 * Nothing more will be delivered for an order: it is done or was closed short. Whatever is still held for it may go.
 *
 * @param order the order as closed
 */
@Outbound("sales.order.closed")
public record OrderClosed(OrderView order) {
}
