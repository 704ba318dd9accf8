package extension.acme.carrier.service;

import org.ashlar.platform.event.Outbound;

/**
 * A party has another carrier. Leaves the suite after commit, at least once, under its topic; whoever may read carriers may
 * listen to it.
 *
 * @param companyId company of the party
 * @param partyId the party
 * @param carrier code of the carrier
 */
@Outbound("acme-carrier.carrier.assigned")
public record CarrierAssigned(long companyId, long partyId, String carrier) {
}
