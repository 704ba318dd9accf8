package org.ashlar.sales;

import org.ashlar.platform.event.Outbound;

/**
 * A quotation or order was given up.
 *
 * @param order the order as cancelled
 * @param wasConfirmed whether it had been a binding order
 */
@Outbound("sales.order.cancelled")
public record OrderCancelled(OrderView order, boolean wasConfirmed) {
}
