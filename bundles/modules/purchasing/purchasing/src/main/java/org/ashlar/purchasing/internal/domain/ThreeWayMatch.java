package org.ashlar.purchasing.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.purchasing.BillMatching.BilledLine;
import org.ashlar.purchasing.BillMatching.Kind;
import org.ashlar.purchasing.BillMatching.Variance;

/**
 * Compares what a vendor bills with what was ordered and received. Not thread-safe; one instance per bill.
 */
public final class ThreeWayMatch {

    private static final int AMOUNT_SCALE = 4;

    private final Tolerance tolerance;
    private final Map<Long, BigDecimal> billedHere = new HashMap<>();
    private final List<Variance> variances = new ArrayList<>();

    /** With the company's tolerances. */
    public ThreeWayMatch(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * What may differ.
     *
     * @param pricePercent how much dearer than ordered
     * @param quantityPercent how much more than received
     * @param ahead whether bills may run ahead of receipts
     */
    public record Tolerance(BigDecimal pricePercent, BigDecimal quantityPercent, boolean ahead) {
    }

    /**
     * The order's side.
     *
     * @param progress quantities so far
     * @param netPrice ordered price after discount
     * @param releasedPrice highest price released, or {@code null}
     * @param releasedQuantity highest quantity in all released, or {@code null}
     */
    public record Ordered(LineProgress progress, BigDecimal netPrice, BigDecimal releasedPrice,
            BigDecimal releasedQuantity) {
    }

    /** The most that may be billed in all, tolerance and release included. */
    public static BigDecimal limit(LineProgress progress, BigDecimal releasedQuantity, Tolerance tolerance) {
        BigDecimal base = tolerance.ahead() ? progress.billableAhead() : progress.billableInAll();
        BigDecimal widened = LineProgress.widened(base.max(BigDecimal.ZERO), tolerance.quantityPercent());
        return releasedQuantity == null ? widened : widened.max(releasedQuantity);
    }

    /** Adds one line of the bill; lines of the same order line add up. */
    public void add(BilledLine line, Ordered ordered) {
        price(line, ordered);
        quantity(line, ordered);
    }

    /** All differences so far. */
    public List<Variance> variances() {
        return List.copyOf(variances);
    }

    private void price(BilledLine line, Ordered ordered) {
        BigDecimal expected = ordered.netPrice();
        if (line.netPrice().compareTo(expected) == 0) {
            return;
        }
        boolean within = line.netPrice().compareTo(LineProgress.widened(expected, tolerance.pricePercent())) <= 0;
        boolean released = ordered.releasedPrice() != null && line.netPrice().compareTo(ordered.releasedPrice()) <= 0;
        BigDecimal amount = amount(line.netPrice().subtract(expected).multiply(line.quantity()));
        variances.add(new Variance(line.field(), line.lineId(), Kind.PRICE, expected, line.netPrice(), amount,
                !within && !released));
    }

    private void quantity(BilledLine line, Ordered ordered) {
        BigDecimal before = billedHere.getOrDefault(line.lineId(), BigDecimal.ZERO);
        billedHere.put(line.lineId(), before.add(line.quantity()));
        BigDecimal billed = ordered.progress().billed().add(before);
        BigDecimal base = tolerance.ahead() ? ordered.progress().billableAhead() : ordered.progress().billableInAll();
        BigDecimal open = base.subtract(billed).max(BigDecimal.ZERO);
        if (line.quantity().compareTo(open) <= 0) {
            return;
        }
        BigDecimal limit = limit(ordered.progress(), ordered.releasedQuantity(), tolerance);
        BigDecimal amount = amount(line.quantity().subtract(open).multiply(line.netPrice()));
        variances.add(new Variance(line.field(), line.lineId(), Kind.QUANTITY, open, line.quantity(), amount,
                billed.add(line.quantity()).compareTo(limit) > 0));
    }

    private static BigDecimal amount(BigDecimal exact) {
        return exact.setScale(AMOUNT_SCALE, RoundingMode.HALF_UP);
    }
}
