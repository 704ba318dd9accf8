package org.ashlar.purchasing.internal.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A price that a vendor agreed to.
 *
 * @param id record id
 * @param productId product
 * @param minimumQuantity from which quantity in {@code unit} on it holds
 * @param unit unit of price and quantity
 * @param price per unit
 * @param currency ISO 4217 code
 * @param leadTimeDays days from order to receipt, {@code null} if unknown
 * @param validFrom first day, {@code null}: always
 * @param validTo last day, {@code null}: for ever
 */
public record PriceTier(long id, long productId, BigDecimal minimumQuantity, String unit, BigDecimal price,
        String currency, Integer leadTimeDays, LocalDate validFrom, LocalDate validTo) {

    private static final Comparator<Reached> BEST = Comparator.comparing(Reached::share)
            .thenComparing(r -> r.tier().validFrom(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(r -> r.tier().id());

    /** A tier with the share of the wanted quantity that its minimum takes: comparable across units. */
    private record Reached(PriceTier tier, BigDecimal share) {
    }

    /** Whether it holds on that day. */
    public boolean validOn(LocalDate date) {
        return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || !date.isAfter(validTo));
    }

    /**
     * The best tier: the largest minimum that the quantity reaches, then the latest start, then the latest entry.
     *
     * @param quantityIn the wanted quantity in a tier's unit, empty if it cannot be converted
     * @param currency wanted currency, {@code null}: any
     */
    public static Optional<PriceTier> pick(List<PriceTier> tiers, LocalDate date, String currency,
            BiFunction<PriceTier, String, Optional<BigDecimal>> quantityIn) {
        return tiers.stream().filter(t -> t.validOn(date))
                .filter(t -> currency == null || t.currency().equals(currency))
                .flatMap(t -> quantityIn.apply(t, t.unit()).filter(q -> q.compareTo(t.minimumQuantity()) >= 0)
                        .map(q -> new Reached(t, share(t.minimumQuantity(), q))).stream())
                .max(BEST).map(Reached::tier);
    }

    private static BigDecimal share(BigDecimal minimum, BigDecimal wanted) {
        return wanted.signum() == 0 ? BigDecimal.ZERO : minimum.divide(wanted, MathContext.DECIMAL64);
    }
}
