package org.ashlar.sales;

/**
 * Identifies a quotation or sales order.
 *
 * @param value record id of model {@code sales.order}
 */
public record OrderId(long value) {
}
