package org.ashlar.masters.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How fiscal years are cut and named. */
public final class FiscalYears {

    /** Longest fiscal year in months; a long first year may exceed twelve. */
    public static final int MAX_MONTHS = 24;

    /**
     * A period.
     *
     * @param name {@code 2026-01}, or its first day where periods do not start with a month
     * @param start first day
     * @param end last day
     */
    public record Cut(String name, LocalDate start, LocalDate end) {
    }

    private FiscalYears() {
    }

    /** First day of the fiscal year that holds the date, if years start with that month (1 to 12). */
    public static LocalDate startFor(LocalDate date, int startMonth) {
        LocalDate start = LocalDate.of(date.getYear(), startMonth, 1);
        return start.isAfter(date) ? start.minusYears(1) : start;
    }

    /** Last day of a full year that starts on that day. */
    public static LocalDate endFor(LocalDate start) {
        return start.plusYears(1).minusDays(1);
    }

    /** {@code 2026} for a year that lies in one calendar year, else {@code 2026/27}. */
    public static String code(LocalDate start, LocalDate end) {
        return start.getYear() == end.getYear() ? String.valueOf(start.getYear())
                : "%d/%02d".formatted(start.getYear(), end.getYear() % 100);
    }

    /** Whether the year is not longer than {@link #MAX_MONTHS} and not empty. */
    public static boolean reasonable(LocalDate start, LocalDate end) {
        return !end.isBefore(start) && end.isBefore(start.plusMonths(MAX_MONTHS));
    }

    /**
     * Cuts a year into months. A full year is cut at the day of the month on which it starts; a short or long one, as when
     * a company is founded, at calendar months.
     */
    public static List<Cut> months(LocalDate start, LocalDate end) {
        LocalDate base = end.equals(endFor(start)) ? start : start.withDayOfMonth(1);
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; !base.plusMonths(i).isAfter(end); i++) {
            LocalDate from = i == 0 ? start : base.plusMonths(i);
            LocalDate to = base.plusMonths(i + 1L).minusDays(1);
            cuts.add(new Cut(name(base.plusMonths(i)), from, to.isAfter(end) ? end : to));
        }
        return cuts;
    }

    private static String name(LocalDate start) {
        return start.getDayOfMonth() == 1 ? "%d-%02d".formatted(start.getYear(), start.getMonthValue()) : start.toString();
    }
}
