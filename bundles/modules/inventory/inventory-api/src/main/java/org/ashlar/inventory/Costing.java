package org.ashlar.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** Cost of stock. Works in the running or a new transaction. Thread-safe. */
@ProviderType
public interface Costing {

    /**
     * Adds a late cost (price difference of a vendor's bill, freight, duty) to goods received earlier, as a dated event of
     * its own: {@link StockValued} carries the whole amount against {@link Against#SUPPLY} and, with the opposite sign,
     * the part of goods that are gone already. Needs {@code inventory.valueEntry.create}.
     *
     * @param moveId the receipt
     * @param amount company currency, negative for a reduction
     * @param date date of the cost; not before the receipt
     * @param reference document that brought it
     */
    CostChange adjustCost(long moveId, BigDecimal amount, LocalDate date, String reference);

    /** Present cost of one unit by the product's costing method; its standard cost while nothing is on hand. */
    BigDecimal unitCost(long productId);
}
