package org.ashlar.finance;

import java.math.BigDecimal;

/**
 * What a party owes, in the company's currency.
 *
 * @param partyId party
 * @param currency company currency
 * @param open all open items less unallocated payments
 * @param overdue the part of it that was due before today
 */
public record Exposure(long partyId, String currency, BigDecimal open, BigDecimal overdue) {
}
