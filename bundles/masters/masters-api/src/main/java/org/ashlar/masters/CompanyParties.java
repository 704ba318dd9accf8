package org.ashlar.masters;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which parties of the caller's company are other companies of this installation. Answered from memory as {@link Parties}
 * is. Needs no permission, so answers only ids. Thread-safe.
 */
@ProviderType
public interface CompanyParties {

    /** The company that a party stands for; empty for all the world outside. */
    Optional<Long> companyOf(long partyId);

    /** The party that stands for a company; at most one does. */
    Optional<Long> partyOf(long companyId);

    /** All of them: company by party. */
    Map<Long, Long> all();
}
