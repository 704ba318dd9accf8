package org.ashlar.finance.internal.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.ashlar.finance.internal.books.JournalInfo;
import org.ashlar.finance.internal.books.PeriodInfo;

/**
 * A checked entry, ready to be written. Only the period's lock is still to be looked at.
 *
 * @param id entry id
 * @param stamp who and when
 * @param mayPostSoft whether a softly locked period lets this caller in
 * @param journal journal
 * @param date accounting date
 * @param period period of the date
 * @param text texts and source
 * @param lines lines
 */
public record PreparedEntry(long id, Stamp stamp, boolean mayPostSoft, JournalInfo journal, LocalDate date,
        PeriodInfo period, Text text, List<PreparedLine> lines) {

    /**
     * What an entry says about itself.
     *
     * @param reference outside reference or {@code null}
     * @param text text or {@code null}
     * @param sourceModel model of the source document or {@code null}
     * @param sourceId its id or {@code null}
     * @param reversalOf entry that it reverses or {@code null}
     * @param document number of the document on its open items, {@code null}: the entry's own
     */
    public record Text(String reference, String text, String sourceModel, Long sourceId, Long reversalOf,
            String document) {
    }

    /** Debit total in the company's currency. */
    BigDecimal total() {
        return lines.stream().map(line -> line.amounts().companyDebit()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same with the number of its document, now that it is known, as reference and on its open items. */
    PreparedEntry ofDocument(String number) {
        return new PreparedEntry(id, stamp, mayPostSoft, journal, date, period, new Text(
                text.reference() == null ? number : text.reference(), text.text(), text.sourceModel(), text.sourceId(),
                text.reversalOf(), number), lines);
    }
}
