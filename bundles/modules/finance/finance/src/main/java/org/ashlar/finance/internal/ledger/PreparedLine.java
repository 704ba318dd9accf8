package org.ashlar.finance.internal.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.ashlar.finance.internal.domain.EntryAmounts;

/**
 * A checked line, ready to be written.
 *
 * @param account account id
 * @param party party or {@code null}
 * @param product product or {@code null}
 * @param text text or {@code null}
 * @param amounts amounts
 * @param dueDate due date or {@code null}
 * @param tax tax id on tax lines, else {@code null}
 * @param taxBase base of the tax or {@code null}
 * @param openItem whether it waits to be settled
 */
public record PreparedLine(long account, Long party, Long product, String text, EntryAmounts amounts, LocalDate dueDate,
        Long tax, BigDecimal taxBase, boolean openItem) {

    /** The opposite line of a reversal. */
    public PreparedLine reversed() {
        return new PreparedLine(account, party, product, text, amounts.reversed(), dueDate, tax,
                taxBase == null ? null : taxBase.negate(), openItem);
    }
}
