package org.ashlar.finance;

import java.time.LocalDate;
import java.util.List;

/**
 * A journal entry to be posted.
 *
 * @param journal journal code, for example {@code GEN}, {@code STK}; {@code null}: the company's general journal
 * @param date accounting date; decides the period
 * @param reference what the outside calls the document, or {@code null}
 * @param text what it is about, or {@code null}
 * @param sourceModel model of the document that it stands for, or {@code null}
 * @param sourceId id of that document, 0 if none
 * @param lines at least two; per currency and in the company's currency they add up to zero
 */
public record EntryDraft(String journal, LocalDate date, String reference, String text, String sourceModel,
        long sourceId, List<EntryLine> lines) {

    /** Copies the lines. */
    public EntryDraft {
        lines = List.copyOf(lines);
    }
}
