package org.ashlar.sales.internal.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Predicate;
import org.ashlar.sales.Progress;

/**
 * How far one order line has come. Goods must be delivered before they are invoiced; services and text lines may be
 * invoiced as ordered.
 *
 * @param ordered ordered quantity
 * @param delivered delivered in all
 * @param returned came back
 * @param invoiced invoiced less credited
 * @param goods whether the line is of goods
 */
public record LineProgress(BigDecimal ordered, BigDecimal delivered, BigDecimal returned, BigDecimal invoiced,
        boolean goods) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What the customer has now. */
    public BigDecimal kept() {
        return delivered.subtract(returned);
    }

    /** What is still to be delivered. */
    public BigDecimal openToDeliver() {
        return positive(ordered.subtract(delivered));
    }

    /** The most that may be delivered now, over-delivery within the tolerance included. */
    public BigDecimal deliverable(BigDecimal tolerancePercent) {
        BigDecimal limit = ordered.multiply(HUNDRED.add(tolerancePercent)).movePointLeft(2);
        return positive(limit.subtract(delivered));
    }

    /** What is still to be invoiced by what was delivered (goods) or ordered (everything else). */
    public BigDecimal openToInvoice() {
        return positive((goods ? kept() : ordered.subtract(returned)).subtract(invoiced));
    }

    /** The most that may be invoiced when invoices may run ahead of deliveries. */
    public BigDecimal invoiceableAhead() {
        return positive(ordered.max(delivered).subtract(returned).subtract(invoiced));
    }

    /** What was invoiced of what came back. */
    public BigDecimal openToCredit() {
        return positive(invoiced.subtract(goods ? kept() : ordered.subtract(returned)).min(returned));
    }

    /** Whether nothing is left to invoice. */
    public boolean settled() {
        return invoiced.compareTo(ordered.subtract(returned)) >= 0;
    }

    /** After a delivery. */
    public LineProgress deliver(BigDecimal quantity) {
        return new LineProgress(ordered, delivered.add(quantity), returned, invoiced, goods);
    }

    /** After a return. */
    public LineProgress takeBack(BigDecimal quantity) {
        return new LineProgress(ordered, delivered, returned.add(quantity), invoiced, goods);
    }

    /** After an invoice, or with a negative quantity a credit note. */
    public LineProgress invoice(BigDecimal quantity) {
        return new LineProgress(ordered, delivered, returned, invoiced.add(quantity), goods);
    }

    /** How much of an order is delivered. */
    public static Progress delivery(Collection<LineProgress> lines) {
        return progress(lines, l -> l.openToDeliver().signum() == 0, l -> l.delivered.signum() > 0);
    }

    /** How much of an order is invoiced. */
    public static Progress invoicing(Collection<LineProgress> lines) {
        return progress(lines, LineProgress::settled, l -> l.invoiced.signum() > 0);
    }

    private static Progress progress(Collection<LineProgress> lines, Predicate<LineProgress> complete,
            Predicate<LineProgress> begun) {
        if (lines.isEmpty()) {
            return Progress.NONE;
        }
        if (lines.stream().allMatch(complete)) {
            return Progress.FULLY;
        }
        return lines.stream().anyMatch(begun) ? Progress.PARTLY : Progress.NONE;
    }

    private static BigDecimal positive(BigDecimal value) {
        return value.max(BigDecimal.ZERO);
    }
}
