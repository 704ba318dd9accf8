package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.Map;
import java.util.Set;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The few parties of a company that are companies of this installation, in memory. */
@Component(service = {CompanyPartyCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class CompanyPartyCache extends SnapshotCache<Map<Long, Long>> {

    private static final String PARTY = "masters.party";
    private static final String PARTNER = "partnerCompany";

    /** Used by DS. */
    @Activate
    public CompanyPartyCache(@Reference Lookups lookups, @Reference TransactionSynchronizationRegistry registry) {
        super(Set.of(PARTY), lookups, registry);
    }

    /** Company by party. */
    public Map<Long, Long> companies(long companyId) {
        return of(companyId);
    }

    /** Parties change often, the company that one stands for hardly ever: only that is a reason to read again. */
    @Override
    public void on(RecordChanged event) {
        if (!"updated".equals(event.kind()) || event.fields().contains(PARTNER)) {
            super.on(event);
        }
    }

    @Override
    Map<Long, Long> load(DSLContext dsl, long companyId) {
        return Map.copyOf(dsl.select(field("id", Long.class), field("partner_company_id", Long.class))
                .from(table("masters_party")).where(field("company_id", Long.class).eq(companyId))
                .and(field("partner_company_id", Long.class).isNotNull())
                .fetchMap(r -> r.value1(), r -> r.value2()));
    }
}
