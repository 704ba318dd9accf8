package org.ashlar.sales;

import org.ashlar.platform.event.Outbound;

/**
 * A confirmed order of which nothing was delivered or invoiced went back to quotation.
 *
 * @param order the order as reopened
 */
@Outbound("sales.order.reopened")
public record OrderReopened(OrderView order) {
}
