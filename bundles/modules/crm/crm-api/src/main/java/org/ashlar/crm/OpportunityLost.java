package org.ashlar.crm;

import org.ashlar.platform.event.Outbound;

/**
 * A deal was lost.
 *
 * @param opportunity the opportunity as it is now
 */
@Outbound("crm.opportunity.lost")
public record OpportunityLost(OpportunityView opportunity) {
}
