package org.ashlar.finance.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.ashlar.finance.AccountRole;

/**
 * An entry about to be posted. People cannot name a source: an entry without one was entered by hand or sent by an integration.
 *
 * @param journal journal code
 * @param date accounting date
 * @param sourceModel model of the document that it stands for, or {@code null}
 * @param sourceId id of that document, 0 if none
 * @param reversal whether it takes another entry back; its source is then that of the other
 * @param lines lines
 */
public record EntryView(String journal, LocalDate date, String sourceModel, long sourceId, boolean reversal,
        List<Line> lines) {

    /** Copies the lines. */
    public EntryView {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param accountId account
     * @param accountCode its code
     * @param roles roles that the account fills
     * @param amount in the company's currency, debit positive
     */
    public record Line(long accountId, String accountCode, Set<AccountRole> roles, BigDecimal amount) {
    }
}
