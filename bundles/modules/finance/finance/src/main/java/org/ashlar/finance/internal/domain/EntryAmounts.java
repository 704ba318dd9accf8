package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;

/**
 * Amounts of one entry line. A reversal keeps the side and negates the amount (红字), so sides are kept apart.
 *
 * @param currency document currency
 * @param debit debit in the document's currency
 * @param credit credit in the document's currency
 * @param companyDebit debit in the company's currency
 * @param companyCredit credit in the company's currency
 */
public record EntryAmounts(String currency, BigDecimal debit, BigDecimal credit, BigDecimal companyDebit,
        BigDecimal companyCredit) {

    /** From signed amounts: positive is debit. A zero document amount takes the side of the company amount. */
    public static EntryAmounts signed(String currency, BigDecimal amount, BigDecimal companyAmount) {
        boolean debit = amount.signum() == 0 ? companyAmount.signum() >= 0 : amount.signum() > 0;
        BigDecimal zero = BigDecimal.ZERO;
        return debit ? new EntryAmounts(currency, amount, zero, companyAmount, zero)
                : new EntryAmounts(currency, zero, amount.negate(), zero, companyAmount.negate());
    }

    /** Debit less credit, in the document's currency. */
    public BigDecimal amount() {
        return debit.subtract(credit);
    }

    /** Debit less credit, in the company's currency. */
    public BigDecimal companyAmount() {
        return companyDebit.subtract(companyCredit);
    }

    /** The same sides with opposite signs. */
    public EntryAmounts reversed() {
        return new EntryAmounts(currency, debit.negate(), credit.negate(), companyDebit.negate(), companyCredit.negate());
    }

    /** The same with another amount in the company's currency on the same side. */
    public EntryAmounts plusCompany(BigDecimal difference) {
        boolean onDebit = companyDebit.signum() != 0 || companyCredit.signum() == 0 && debit.signum() != 0;
        return onDebit ? new EntryAmounts(currency, debit, credit, companyDebit.add(difference), companyCredit)
                : new EntryAmounts(currency, debit, credit, companyDebit, companyCredit.subtract(difference));
    }

    /** Whether nothing is moved at all. */
    public boolean empty() {
        return debit.signum() == 0 && credit.signum() == 0 && companyDebit.signum() == 0 && companyCredit.signum() == 0;
    }
}
