package org.ashlar.masters;

import java.time.LocalDate;
import java.util.List;

/**
 * A fiscal year with its periods, which follow each other without gaps.
 *
 * @param id record id
 * @param code for example {@code 2026} or {@code 2026/27}
 * @param start first day
 * @param end last day
 * @param periods in order
 */
public record FiscalYear(long id, String code, LocalDate start, LocalDate end, List<FiscalPeriod> periods) {

    /** Whether the date lies in it. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }
}
