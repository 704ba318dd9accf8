package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Sorts open amounts into bands by days overdue: not due, 1-30, 31-60, 61-90, over 90. Not thread-safe. */
public final class Ageing {

    /** Number of bands. */
    public static final int BANDS = 5;

    private final BigDecimal[] sums = new BigDecimal[BANDS];

    /** All bands empty. */
    public Ageing() {
        Arrays.fill(sums, BigDecimal.ZERO);
    }

    /** The band of an item. */
    public static int band(LocalDate dueDate, LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(dueDate, asOf);
        return days <= 0 ? 0 : (int) Math.min(4, (days + 29) / 30);
    }

    /** Adds an open amount. */
    public void add(LocalDate dueDate, LocalDate asOf, BigDecimal open) {
        int band = band(dueDate, asOf);
        sums[band] = sums[band].add(open);
    }

    /** Sum of a band. */
    public BigDecimal sum(int band) {
        return sums[band];
    }

    /** Sum of all bands. */
    public BigDecimal total() {
        return Arrays.stream(sums).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
