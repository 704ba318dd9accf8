package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Spreads the difference between a bill and the value of the receipts that it settles over those receipts. */
public final class BillSplit {

    /**
     * A receipt.
     *
     * @param moveId move
     * @param quantity received, base unit
     * @param value at which it was received
     */
    public record Receipt(long moveId, BigDecimal quantity, BigDecimal value) {
    }

    /**
     * What a receipt has cost more (or less) than it was received for.
     *
     * @param moveId move
     * @param difference never 0
     */
    public record Part(long moveId, BigDecimal difference) {
    }

    private BillSplit() {
    }

    /**
     * Differences by receipt, in proportion of quantity, adding up exactly. A bill for more than was received concerns the
     * received part only.
     *
     * @param quantity billed, base unit
     * @param amount billed, rounded to the currency
     */
    public static List<Part> of(List<Receipt> receipts, BigDecimal quantity, BigDecimal amount, int decimals) {
        BigDecimal received = receipts.stream().map(Receipt::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = receipts.stream().map(Receipt::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal part = quantity.abs().min(received);
        BigDecimal expected = share(value, part, received, decimals);
        BigDecimal billed = share(amount.abs(), part, quantity.abs(), decimals);
        BigDecimal difference = billed.subtract(expected);
        if (quantity.signum() < 0) {
            difference = difference.negate();
        }
        List<Part> parts = new ArrayList<>();
        BigDecimal left = difference;
        BigDecimal leftQuantity = received;
        for (Receipt receipt : receipts) {
            BigDecimal own = share(left, receipt.quantity(), leftQuantity, decimals);
            left = left.subtract(own);
            leftQuantity = leftQuantity.subtract(receipt.quantity());
            if (own.signum() != 0) {
                parts.add(new Part(receipt.moveId(), own));
            }
        }
        return parts;
    }

    private static BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal of, int decimals) {
        return part.compareTo(of) == 0 ? whole : whole.multiply(part).divide(of, decimals, RoundingMode.HALF_UP);
    }
}
