package org.ashlar.finance.internal.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.ashlar.finance.internal.domain.Settlement;

/**
 * An open item as it stands. Signed: what the party owes us is positive.
 *
 * @param id id
 * @param party party
 * @param account control account
 * @param invoice invoice that made it or {@code null}
 * @param payment payment that made it or {@code null}
 * @param number number of its document
 * @param date accounting date
 * @param currency document currency
 * @param amount document amount
 * @param residual what is open of it
 * @param companyResidual the same in the company's currency
 */
public record Item(long id, long party, long account, Long invoice, Long payment, String number, LocalDate date,
        String currency, BigDecimal amount, BigDecimal residual, BigDecimal companyResidual) {

    /** Whether it is on the debit side. */
    public boolean debit() {
        return amount.signum() > 0;
    }

    /** What is open, positive. */
    Settlement.Rest rest() {
        return new Settlement.Rest(residual.abs(), debit() ? companyResidual : companyResidual.negate());
    }
}
