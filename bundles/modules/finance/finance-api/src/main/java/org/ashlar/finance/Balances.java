package org.ashlar.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** Balances of the caller's company, for tie-outs of sub-ledgers. Needs {@code finance.entry.read}. Thread-safe. */
@ProviderType
public interface Balances {

    /**
     * What the accounts of a role hold, in the company's currency, debit positive.
     *
     * @param date posted entries up to and including this date; {@code null}: all
     */
    BigDecimal of(AccountRole role, LocalDate date);
}
