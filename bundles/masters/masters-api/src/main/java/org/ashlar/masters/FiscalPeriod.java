package org.ashlar.masters;

import java.time.LocalDate;

/**
 * A period of a fiscal year, usually a month.
 *
 * @param id record id
 * @param yearId record id of the fiscal year
 * @param number 1 for the first of its year
 * @param name for example {@code 2026-01}
 * @param start first day
 * @param end last day
 */
public record FiscalPeriod(long id, long yearId, int number, String name, LocalDate start, LocalDate end) {

    /** Whether the date lies in it. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }
}
