package org.ashlar.inventory;

/** Why goods move. */
public enum TransferKind {
    /** From a vendor into stock. */
    RECEIPT,
    /** From stock to a customer. */
    DELIVERY,
    /** Between two locations of the company; never changes value. */
    INTERNAL,
    /** Back from a customer into stock, at the cost of the original delivery if that is named. */
    CUSTOMER_RETURN,
    /** Back from stock to a vendor, at the cost of the original receipt if that is named. */
    VENDOR_RETURN,
    /** Found (positive quantity) or lost and scrapped (negative quantity) goods. */
    ADJUSTMENT
}
