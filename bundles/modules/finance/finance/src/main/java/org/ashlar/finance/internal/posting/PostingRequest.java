package org.ashlar.finance.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry to be created and posted at once.
 *
 * @param journal journal code, {@code null}: the general journal
 * @param date accounting date, {@code null}: today
 * @param reference reference or {@code null}
 * @param text text or {@code null}
 * @param lines lines
 */
public record PostingRequest(String journal, LocalDate date, String reference, String text, List<Line> lines) {

    /**
     * A line: an account by id or code, and either a debit or a credit, positive.
     *
     * @param account account id, or
     * @param accountCode account code
     * @param debit debit or {@code null}
     * @param credit credit or {@code null}
     * @param currency ISO 4217 code, {@code null}: the company's
     * @param companyAmount the same in the company's currency, positive, {@code null}: by the rate of the date
     * @param party customer or vendor, or {@code null}
     * @param product product or {@code null}
     * @param dueDate due date of the open item, {@code null}: the entry's date
     * @param text text or {@code null}
     */
    public record Line(Long account, String accountCode, BigDecimal debit, BigDecimal credit, String currency,
            BigDecimal companyAmount, Long party, Long product, LocalDate dueDate, String text) {
    }
}
