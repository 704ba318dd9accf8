package org.ashlar.crm;

import org.ashlar.platform.event.Outbound;

/**
 * A lead became a customer.
 *
 * @param leadId record id of model {@code crm.lead}
 * @param companyId owning company
 * @param number number of the lead
 * @param partyId the customer, new or known before
 * @param opportunityId the opportunity that was opened with it, or {@code null}
 */
@Outbound("crm.lead.converted")
public record LeadConverted(long leadId, long companyId, String number, long partyId, Long opportunityId) {
}
