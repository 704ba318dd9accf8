package org.ashlar.masters.internal.service;

import java.util.Map;
import java.util.Optional;
import org.ashlar.masters.CompanyParties;
import org.ashlar.masters.internal.cache.CompanyPartyCache;
import org.ashlar.platform.access.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link CompanyParties} from the cache. */
@Component
public final class DefaultCompanyParties implements CompanyParties {

    private final Access access;
    private final CompanyPartyCache cache;

    /** Used by DS. */
    @Activate
    public DefaultCompanyParties(@Reference Access access, @Reference CompanyPartyCache cache) {
        this.access = access;
        this.cache = cache;
    }

    @Override
    public Optional<Long> companyOf(long partyId) {
        return Optional.ofNullable(all().get(partyId));
    }

    @Override
    public Optional<Long> partyOf(long companyId) {
        return all().entrySet().stream().filter(e -> e.getValue() == companyId).map(Map.Entry::getKey).findFirst();
    }

    @Override
    public Map<Long, Long> all() {
        return cache.companies(access.caller().companyId());
    }
}
