package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.Set;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.masters.internal.cache.CodeCache.Codes;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Codes of currencies and countries in memory. */
@Component(service = {CodeCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class CodeCache extends SnapshotCache<Codes> {

    /** Company of shared records. */
    public static final long SHARED = 0;

    /**
     * The codes.
     *
     * @param currencies ISO 4217
     * @param countries ISO 3166 alpha-2
     */
    record Codes(Set<String> currencies, Set<String> countries) {
    }

    @Activate
    public CodeCache(@Reference Lookups lookups, @Reference TransactionSynchronizationRegistry registry) {
        super(Set.of("masters.currency", "masters.country"), lookups, registry);
    }

    /** Whether it is a known currency. */
    public boolean currency(String code) {
        return code != null && of(SHARED).currencies().contains(code);
    }

    /** Whether it is a known country. */
    public boolean country(String code) {
        return code != null && of(SHARED).countries().contains(code);
    }

    @Override
    Codes load(DSLContext dsl, long companyId) {
        return new Codes(codes(dsl, "masters_currency"), codes(dsl, "masters_country"));
    }

    private static Set<String> codes(DSLContext dsl, String table) {
        return Set.copyOf(dsl.select(field("code", String.class)).from(table(table)).fetch(0, String.class));
    }
}
