package org.ashlar.sales;

import org.ashlar.platform.event.Outbound;

/**
 * An order became binding; a handler may veto or add follow-up documents.
 *
 * @param order the order as confirmed
 */
@Outbound("sales.order.confirmed")
public record OrderConfirmed(OrderView order) {
}
