package org.ashlar.masters.internal.domain;

import java.math.BigDecimal;
import java.util.List;

/** What tiers make of a quantity. */
public final class VolumePrice {

    /**
     * A tier.
     *
     * @param from first quantity that belongs to it; the one before ends just below
     * @param price price per unit, discount taken off
     */
    public record Tier(BigDecimal from, BigDecimal price) {
    }

    private VolumePrice() {
    }

    /** The tier that the quantity reaches prices all of it. */
    public static BigDecimal range(BigDecimal quantity, BigDecimal price) {
        return quantity.multiply(price);
    }

    /**
     * Each tier prices the part of the quantity that lies in it: with tiers from 1 and from 11, of 11 pieces ten are priced
     * by the first and one by the second.
     *
     * @param tiers lowest first, all reached by the quantity
     * @param step smallest quantity of the unit: a tier from 11 begins right after 10 pieces, or after 10.999 kg
     */
    public static BigDecimal slab(BigDecimal quantity, List<Tier> tiers, BigDecimal step) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal start = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            BigDecimal end = i + 1 == tiers.size() ? quantity
                    : tiers.get(i + 1).from().subtract(step).max(start).min(quantity);
            total = total.add(end.subtract(start).multiply(tiers.get(i).price()));
            start = end;
        }
        return total;
    }

    /** A price with a discount in percent taken off, not rounded. */
    public static BigDecimal discounted(BigDecimal price, BigDecimal percent) {
        return price.subtract(price.multiply(percent).movePointLeft(2));
    }
}
