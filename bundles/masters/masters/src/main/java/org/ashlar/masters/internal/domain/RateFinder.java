package org.ashlar.masters.internal.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** Finds the rate between two currencies from stored quotations. Stateless, thread-safe. */
public final class RateFinder {

    /** Currency by way of which pairs without a quotation of their own are computed. */
    public static final String PIVOT = "EUR";

    private static final MathContext DERIVED = new MathContext(16, RoundingMode.HALF_UP);

    /**
     * A quotation.
     *
     * @param date day
     * @param rate units of the second currency for one of the first
     */
    public record Quote(LocalDate date, BigDecimal rate) {
    }

    /** Stored quotations. */
    public interface Quotes {
        /** The newest one of exactly this pair and direction not after the date. */
        Optional<Quote> latest(String from, String to, LocalDate date);
    }

    private final Quotes quotes;

    /** Over stored quotations. */
    public RateFinder(Quotes quotes) {
        this.quotes = quotes;
    }

    /** The newest of: as stored, inverse, by way of EUR; in this order if equally new. */
    public Optional<BigDecimal> rate(String from, String to, LocalDate date) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        Optional<Quote> own = pair(from, to, date);
        Optional<Quote> crossed = PIVOT.equals(from) || PIVOT.equals(to) ? Optional.empty() : crossed(from, to, date);
        return newer(own, crossed).map(quote -> plain(quote.rate()));
    }

    private Optional<Quote> pair(String from, String to, LocalDate date) {
        return newer(quotes.latest(from, to, date), quotes.latest(to, from, date)
                .map(q -> new Quote(q.date(), BigDecimal.ONE.divide(q.rate(), DERIVED))));
    }

    private Optional<Quote> crossed(String from, String to, LocalDate date) {
        return pair(PIVOT, from, date).flatMap(a -> pair(PIVOT, to, date).map(b -> new Quote(
                a.date().isBefore(b.date()) ? a.date() : b.date(), b.rate().divide(a.rate(), DERIVED))));
    }

    private static Optional<Quote> newer(Optional<Quote> first, Optional<Quote> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isPresent() ? first : second;
        }
        return second.get().date().isAfter(first.get().date()) ? second : first;
    }

    private static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
