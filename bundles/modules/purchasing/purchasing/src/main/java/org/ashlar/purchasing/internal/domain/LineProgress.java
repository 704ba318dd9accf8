package org.ashlar.purchasing.internal.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Predicate;
import org.ashlar.purchasing.Progress;

/**
 * How far one purchase order line has come. Goods must be received before they are billed; services and text lines may
 * be billed as ordered.
 *
 * @param ordered ordered quantity
 * @param received received in all, rejected goods included
 * @param rejected received, but failed inspection
 * @param returned went back to the vendor out of stock
 * @param billed billed less credited
 * @param goods whether the line is of goods
 */
public record LineProgress(BigDecimal ordered, BigDecimal received, BigDecimal rejected, BigDecimal returned,
        BigDecimal billed, boolean goods) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What we have of it now. */
    public BigDecimal kept() {
        return received.subtract(rejected).subtract(returned);
    }

    /** What is still to be received. */
    public BigDecimal openToReceive() {
        return positive(ordered.subtract(received));
    }

    /** The most that may be received now, over-receipt within the tolerance included. */
    public BigDecimal receivable(BigDecimal tolerancePercent) {
        return positive(widened(ordered, tolerancePercent).subtract(received));
    }

    /** What may be billed in all: what is kept (goods) or ordered (everything else). */
    public BigDecimal billableInAll() {
        return goods ? kept() : ordered.subtract(returned);
    }

    /** What may be billed in all when bills may run ahead of receipts. */
    public BigDecimal billableAhead() {
        return ordered.max(received).subtract(rejected).subtract(returned);
    }

    /** What is still to be billed. */
    public BigDecimal openToBill() {
        return positive(billableInAll().subtract(billed));
    }

    /** What was billed of what went back. */
    public BigDecimal openToCredit() {
        return positive(billed.subtract(billableInAll()).min(returned));
    }

    /** Whether nothing is left to bill. */
    public boolean settled() {
        return billed.compareTo(ordered.subtract(rejected).subtract(returned)) >= 0;
    }

    /** How much of an order is received. */
    public static Progress receipt(Collection<LineProgress> lines) {
        return progress(lines, l -> l.openToReceive().signum() == 0, l -> l.received.signum() > 0);
    }

    /** How much of an order is billed. */
    public static Progress billing(Collection<LineProgress> lines) {
        return progress(lines, LineProgress::settled, l -> l.billed.signum() > 0);
    }

    /** A quantity with a tolerance on top. */
    public static BigDecimal widened(BigDecimal quantity, BigDecimal tolerancePercent) {
        return quantity.multiply(HUNDRED.add(tolerancePercent)).movePointLeft(2);
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
