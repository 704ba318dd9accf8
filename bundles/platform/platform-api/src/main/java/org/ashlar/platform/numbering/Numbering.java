package org.ashlar.platform.numbering;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Hands out document numbers for the caller's company. Thread-safe. */
@ProviderType
public interface Numbering {

    /** The next number; legal series must be asked last in the transaction because their row stays locked until it ends. */
    String next(NumberSeries series, LocalDate date);

    /** A block of consecutive numbers, one statement; same rules. */
    List<String> next(NumberSeries series, LocalDate date, int count);

    /**
     * The next number of each of several series, in their order; same rules. For legal series it takes one statement for all,
     * and their rows are locked in the order of the codes, so that two callers never wait for each other crosswise.
     */
    default List<String> next(List<NumberSeries> series, LocalDate date) {
        return series.stream().map(one -> next(one, date)).toList();
    }
}
