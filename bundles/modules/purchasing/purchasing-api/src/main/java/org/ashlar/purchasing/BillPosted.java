package org.ashlar.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A vendor's bill or credit note for an order was posted, in the transaction of its posting. Published by whatever writes
 * the bills, for whatever values the goods: the difference between what was received and what is billed is a late cost.
 *
 * @param orderId purchase order
 * @param companyId company
 * @param date accounting date of the bill
 * @param number number of the bill
 * @param lines billed lines
 */
public record BillPosted(long orderId, long companyId, LocalDate date, String number, List<Line> lines) {

    /** Copies the lines. */
    public BillPosted {
        lines = List.copyOf(lines);
    }

    /**
     * A billed line.
     *
     * @param lineId order line
     * @param quantity in the order line's unit, negative on credit notes
     * @param companyAmount net amount in the company's currency as posted, negative on credit notes
     */
    public record Line(long lineId, BigDecimal quantity, BigDecimal companyAmount) {
    }
}
