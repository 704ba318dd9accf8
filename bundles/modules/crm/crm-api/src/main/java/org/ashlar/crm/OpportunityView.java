package org.ashlar.crm;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An opportunity at one moment.
 *
 * @param id record id of model {@code crm.opportunity}
 * @param companyId owning company
 * @param number document number
 * @param title what it is about
 * @param partyId customer
 * @param state state
 * @param amount expected amount without tax, may be {@code null}
 * @param currency ISO 4217 code of the amount
 * @param closeDate when the decision is expected, may be {@code null}
 * @param ownerId salesperson in charge, may be {@code null}
 * @param quotationId quotation made for it, may be {@code null}
 */
public record OpportunityView(long id, long companyId, String number, String title, long partyId, OpportunityState state,
        BigDecimal amount, String currency, LocalDate closeDate, Long ownerId, Long quotationId) {
}
