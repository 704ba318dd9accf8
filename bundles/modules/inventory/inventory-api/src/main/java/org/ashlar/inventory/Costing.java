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

    /**
     * A vendor billed goods that were received for a line of a document: the difference between the bill and the value at
     * which they were received becomes a late cost of those receipts, so that what stood against {@link Against#SUPPLY} is
     * settled to the cent. Nothing happens for lines without receipts. Needs {@code inventory.valueEntry.create}.
     *
     * @param sourceModel document model of the receipts, for example {@code purchasing.order}
     * @param sourceLineId its line
     * @param quantity billed quantity, negative on credit notes for goods that stay
     * @param unit unit code; {@code null}: the product's own
     * @param amount net amount in company currency, negative on credit notes
     * @param date date of the bill
     * @param reference its number
     * @return where the difference went; {@link CostChange#toStock()} and {@link CostChange#consumed()} are 0 if there is none
     */
    CostChange billed(String sourceModel, long sourceLineId, BigDecimal quantity, String unit, BigDecimal amount,
            LocalDate date, String reference);

    /** Present cost of one unit by the product's costing method; its standard cost while nothing is on hand. */
    BigDecimal unitCost(long productId);
}
