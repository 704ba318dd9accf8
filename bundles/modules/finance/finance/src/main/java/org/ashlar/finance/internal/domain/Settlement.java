package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Settles a part of a debit item with a part of a credit item. Residuals are positive here. The document amounts are the
 * truth; each item gives up the same share of its company amount, the whole rest when it is settled completely, so that
 * nothing stays behind. What the two shares differ by is the realised exchange difference.
 *
 * @param debitAmount taken from the debit item, in its currency
 * @param creditAmount taken from the credit item, in its currency
 * @param companyDebit taken from the debit item's company residual
 * @param companyCredit taken from the credit item's company residual
 */
public record Settlement(BigDecimal debitAmount, BigDecimal creditAmount, BigDecimal companyDebit,
        BigDecimal companyCredit) {

    /**
     * An open item's rest, positive.
     *
     * @param amount in its own currency
     * @param companyAmount in the company's currency
     */
    public record Rest(BigDecimal amount, BigDecimal companyAmount) {

        BigDecimal share(BigDecimal part, int decimals) {
            if (part.compareTo(amount) == 0) {
                return companyAmount;
            }
            return companyAmount.multiply(part).divide(amount, decimals, RoundingMode.HALF_UP);
        }
    }

    /** Takes the given parts, which must not exceed the rests. */
    public static Settlement of(Rest debit, BigDecimal debitAmount, Rest credit, BigDecimal creditAmount, int decimals) {
        if (debitAmount.compareTo(debit.amount()) > 0 || creditAmount.compareTo(credit.amount()) > 0) {
            throw new IllegalArgumentException("More than is open");
        }
        return new Settlement(debitAmount, creditAmount, debit.share(debitAmount, decimals),
                credit.share(creditAmount, decimals));
    }

    /** Realised exchange difference: positive is a gain (more was received, or less was paid, than was booked). */
    public BigDecimal gain() {
        return companyCredit.subtract(companyDebit);
    }
}
