package org.ashlar.platform.access;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Makes callers of users who are not calling: for work that the suite carries out in somebody's name. Thread-safe. */
@ProviderType
public interface Callers {
    /**
     * The user as caller for a company with the grants that he has now; empty if there is no such user, he is not active
     * or may not work in the company.
     */
    Optional<Caller> of(long userId, long companyId, Channel channel);
}
