package org.ashlar.finance.internal.books;

import org.ashlar.finance.internal.model.JournalType;
import org.ashlar.platform.numbering.NumberSeries;

/**
 * A journal as posting needs it.
 *
 * @param id id
 * @param code code
 * @param type kind
 * @param series gapless series of its numbers
 * @param active may be posted to
 */
public record JournalInfo(long id, String code, JournalType type, NumberSeries series, boolean active) {

    /** The series of a journal. */
    static NumberSeries series(String code, String word, NumberSeries.Reset reset) {
        String pattern = switch (reset) {
            case MONTHLY -> word + "-{yyyy}{MM}-{seq:4}";
            case YEARLY -> word + "-{yyyy}-{seq:6}";
            case NEVER -> word + "-{seq:8}";
        };
        return NumberSeries.legal("finance.entry." + code, pattern, reset);
    }
}
