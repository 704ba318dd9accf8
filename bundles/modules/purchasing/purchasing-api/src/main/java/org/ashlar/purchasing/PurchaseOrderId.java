package org.ashlar.purchasing;

/**
 * Identifies a purchase order.
 *
 * @param value record id of model {@code purchasing.order}
 */
public record PurchaseOrderId(long value) {
}
