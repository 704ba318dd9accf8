package org.ashlar.masters;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Business partners of the caller's company: customers, vendors, persons. Answered from memory; a change is seen as soon
 * as its transaction has committed, inside that transaction at once. Needs {@code masters.party.read}. Thread-safe.
 */
@ProviderType
public interface Parties {

    /**
     * One party.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND, also for another company's party
     */
    PartyView get(long id);

    /** Parties by ids, at most one statement, in the order of the ids; missing ones are left out. */
    List<PartyView> getAll(Collection<Long> ids);

    /** A party by its code. */
    Optional<PartyView> find(String code);

    /** The addresses of a party in their order; empty if it has none. */
    List<AddressView> addresses(long partyId);
}
