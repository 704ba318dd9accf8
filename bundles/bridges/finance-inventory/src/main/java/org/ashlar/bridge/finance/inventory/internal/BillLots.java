package org.ashlar.bridge.finance.inventory.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What was billed for one line of an order, oldest first: quantities received settle it in this order, whichever came first.
 * What was credited comes off the end. Not thread-safe.
 */
final class BillLots {

    private static final int SCALE = 12;

    private final List<Lot> lots = new ArrayList<>();

    private record Lot(BigDecimal quantity, BigDecimal amount) {
    }

    /** Adds a bill: positive quantity in the product's own unit, net amount in the company's currency. */
    void bill(BigDecimal quantity, BigDecimal amount) {
        if (quantity.signum() > 0) {
            lots.add(new Lot(quantity, amount));
        }
    }

    /** Takes a credited quantity off what was billed last. */
    void credit(BigDecimal quantity) {
        BigDecimal left = quantity;
        while (left.signum() > 0 && !lots.isEmpty()) {
            Lot last = lots.remove(lots.size() - 1);
            if (last.quantity().compareTo(left) > 0) {
                BigDecimal kept = last.quantity().subtract(left);
                lots.add(new Lot(kept, share(last, kept)));
            }
            left = left.subtract(last.quantity());
        }
    }

    /** All that is billed. */
    BigDecimal quantity() {
        return lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was billed for the quantity that follows the first {@code from}; not rounded. */
    BigDecimal amount(BigDecimal from, BigDecimal quantity) {
        BigDecimal skip = from;
        BigDecimal left = quantity;
        BigDecimal amount = BigDecimal.ZERO;
        for (Lot lot : lots) {
            BigDecimal skipped = skip.min(lot.quantity());
            skip = skip.subtract(skipped);
            BigDecimal part = lot.quantity().subtract(skipped).min(left);
            if (part.signum() > 0) {
                amount = amount.add(share(lot, part));
                left = left.subtract(part);
            }
        }
        return amount;
    }

    private static BigDecimal share(Lot lot, BigDecimal part) {
        return part.compareTo(lot.quantity()) == 0 ? lot.amount()
                : lot.amount().multiply(part).divide(lot.quantity(), SCALE, RoundingMode.HALF_UP);
    }
}
