package org.ashlar.finance.internal.books;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ashlar.finance.AccountRole;

/**
 * Everything that a company's postings look up. An immutable picture.
 *
 * @param companyId company
 * @param currency bookkeeping currency
 * @param accounts accounts by id
 * @param codes accounts by code
 * @param roles account id per role
 * @param journals journals by code
 * @param journalIds journals by id
 * @param taxes taxes by code
 * @param periods periods, oldest first
 */
public record Books(long companyId, String currency, Map<Long, AccountInfo> accounts, Map<String, AccountInfo> codes,
        Map<AccountRole, Long> roles, Map<String, JournalInfo> journals, Map<Long, JournalInfo> journalIds,
        Map<String, TaxInfo> taxes, List<PeriodInfo> periods) {

    /** The period that holds a date. */
    public Optional<PeriodInfo> period(LocalDate date) {
        for (int i = periods.size() - 1; i >= 0; i--) {
            if (periods.get(i).contains(date)) {
                return Optional.of(periods.get(i));
            }
        }
        return Optional.empty();
    }
}
