package extension.acme.carrier.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which carrier brings parcels to a party.
 *
 * @param partyId the party
 * @param carrier code of its carrier
 * @param active whether the carrier is in use
 * @param maxWeight heaviest parcel in kg that the carrier takes, {@code null}: any
 * @param parcelWeight heaviest parcel in kg that goes to the party, {@code null}: unknown
 */
public record Assignment(long partyId, String carrier, boolean active, BigDecimal maxWeight, BigDecimal parcelWeight) {

    /** Why this cannot be, as a message key; empty if all is well. */
    public Optional<String> problem() {
        if (!active) {
            return Optional.of("acme-carrier.assignment.inactive");
        }
        if (maxWeight != null && parcelWeight != null && parcelWeight.compareTo(maxWeight) > 0) {
            return Optional.of("acme-carrier.assignment.tooHeavy");
        }
        return Optional.empty();
    }
}
