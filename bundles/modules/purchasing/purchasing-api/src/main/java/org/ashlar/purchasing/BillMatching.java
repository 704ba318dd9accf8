package org.ashlar.purchasing;

import java.math.BigDecimal;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Three-way match: what a bill says against what was ordered and received. Tolerances are settings of the company
 * ({@code purchasing.match.priceTolerancePercent}, {@code purchasing.match.quantityTolerancePercent}, both 0 unless
 * set); a variance beyond them blocks the bill until somebody with {@code purchasing.order.releaseVariance} releases
 * the order line. Thread-safe.
 */
@ProviderType
public interface BillMatching {

    /** Compares bill lines with their orders; any number of orders, three statements at most. */
    List<Variance> compare(List<BilledLine> lines);

    /**
     * Refuses a bill with a blocking variance.
     *
     * @throws org.ashlar.platform.problem.Problem {@code purchasing.match.price} or {@code purchasing.match.quantity}
     *     per line, naming the variance amount
     */
    void require(List<BilledLine> lines);

    /**
     * One line of a bill.
     *
     * @param field path of the line in the bill, for messages, for example {@code lines[0]}
     * @param lineId record id of model {@code purchasing.orderLine}
     * @param quantity billed quantity in the unit of the order line
     * @param netPrice price per unit after discount, without tax, in the order's currency
     */
    record BilledLine(String field, long lineId, BigDecimal quantity, BigDecimal netPrice) {
    }

    /** What differs. */
    enum Kind {
        PRICE, QUANTITY
    }

    /**
     * One difference.
     *
     * @param field path of the bill line
     * @param lineId order line
     * @param kind what differs
     * @param expected ordered price, or the quantity that may still be billed
     * @param actual billed price or quantity
     * @param amount difference in the order's currency: (actual - expected) price times quantity, or surplus quantity times price
     * @param blocking beyond the tolerance and not released
     */
    record Variance(String field, long lineId, Kind kind, BigDecimal expected, BigDecimal actual, BigDecimal amount,
            boolean blocking) {
    }
}
