package org.ashlar.finance.internal.books;

import java.time.LocalDate;

/**
 * An accounting period. Its state is not here: it is read under a lock at each posting.
 *
 * @param id id
 * @param name name
 * @param start first day
 * @param end last day
 */
public record PeriodInfo(long id, String name, LocalDate start, LocalDate end) {

    /** Whether the date lies in it. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }
}
