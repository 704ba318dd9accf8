package org.ashlar.inventory;

/** What a change of stock value stands against; an accounting bridge maps it to an account. */
public enum Against {
    /** Goods received from or returned to vendors, to be settled by their bills (暂估应付). */
    SUPPLY,
    /** Cost of goods delivered to or returned by customers. */
    CONSUMPTION,
    /** Counting differences, scrap, opening stock. */
    ADJUSTMENT,
    /** Difference between what was paid and the value at which stock is carried. */
    PRICE_DIFFERENCE,
    /** Components into and products out of production. */
    PRODUCTION
}
