package org.ashlar.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.ashlar.platform.value.Money;

/**
 * Money received or paid.
 *
 * @param partyId customer or vendor
 * @param date value date
 * @param amount positive
 * @param account {@link AccountRole#BANK} or {@link AccountRole#CASH}; {@code null}: bank
 * @param companyAmount what it was worth in the company's currency; {@code null}: by the rate of the date
 * @param reference bank reference or {@code null}
 * @param allocations invoices that it settles; what is left stays an advance
 */
public record PaymentDraft(long partyId, LocalDate date, Money amount, AccountRole account, BigDecimal companyAmount,
        String reference, List<PaymentAllocation> allocations) {

    /** Copies the allocations. */
    public PaymentDraft {
        allocations = List.copyOf(allocations);
    }
}
