package org.ashlar.masters.internal.service;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ashlar.masters.AddressView;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.masters.internal.cache.Lookups;
import org.ashlar.masters.internal.cache.PartyCache;
import org.ashlar.platform.access.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Parties} from the cache. */
@Component
public final class DefaultParties implements Parties {

    private static final String READ = "masters.party.read";

    private final Access access;
    private final PartyCache cache;
    private final Lookups lookups;

    @Activate
    public DefaultParties(@Reference Access access, @Reference PartyCache cache, @Reference Lookups lookups) {
        this.access = access;
        this.cache = cache;
        this.lookups = lookups;
    }

    @Override
    public PartyView get(long id) {
        access.require(READ);
        return cache.get(id).view();
    }

    @Override
    public List<PartyView> getAll(Collection<Long> ids) {
        access.require(READ);
        return cache.getAll(ids).stream().map(PartyCache.Party::view).toList();
    }

    @Override
    public Optional<PartyView> find(String code) {
        access.require(READ);
        return cache.idOf(code).map(id -> cache.get(id).view());
    }

    @Override
    public List<AddressView> addresses(long partyId) {
        access.require(READ);
        long company = access.caller().companyId();
        return lookups.fresh(dsl -> dsl.select(field("id", Long.class), field("kind", String.class),
                field("name", String.class), field("country", String.class), field("region", String.class),
                field("city", String.class), field("postal_code", String.class), field("street", String.class))
                .from(table("masters_address")).where(field("company_id", Long.class).eq(company))
                .and(field("party_id", Long.class).eq(partyId)).orderBy(field("line_no"))
                .fetch(r -> new AddressView(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(),
                        r.value7(), r.value8())));
    }
}
