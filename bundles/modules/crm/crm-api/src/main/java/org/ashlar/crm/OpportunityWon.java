package org.ashlar.crm;

import org.ashlar.platform.event.Outbound;

/**
 * A deal was won; a handler may veto or add follow-up documents.
 *
 * @param opportunity the opportunity as it is now
 */
@Outbound("crm.opportunity.won")
public record OpportunityWon(OpportunityView opportunity) {
}
