package org.ashlar.masters.internal.cache;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Parties in memory. */
@Component(service = {PartyCache.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class PartyCache extends RowCache<PartyCache.Party> {

    /**
     * A party.
     *
     * @param companyId owning company
     * @param view what others see
     * @param priceListId its price list, {@code null} if none
     */
    public record Party(long companyId, PartyView view, Long priceListId) implements CompanyRow {
    }

    private final Access access;
    private final Lookups lookups;

    @Activate
    public PartyCache(@Reference Access access, @Reference Lookups lookups,
            @Reference TransactionSynchronizationRegistry registry) {
        super("masters.party", access, lookups, registry);
        this.access = access;
        this.lookups = lookups;
    }

    /** Id of the caller's company's party with this code. */
    public Optional<Long> idOf(String code) {
        long company = access.caller().companyId();
        return lookups.fresh(dsl -> dsl.select(field("id", Long.class)).from(table("masters_party"))
                .where(field("company_id", Long.class).eq(company)).and(field("code", String.class).eq(code))
                .fetchOptional(0, Long.class));
    }

    @Override
    void load(DSLContext dsl, List<Long> ids, Map<Long, Party> found) {
        dsl.select(field("company_id", Long.class), field("id", Long.class), field("code", String.class),
                field("name", String.class), field("customer", Boolean.class), field("vendor", Boolean.class),
                field("credit_limit", BigDecimal.class), field("currency", String.class),
                field("payment_term_days", Integer.class), field("active", Boolean.class),
                field("price_list_id", Long.class)).from(table("masters_party"))
                .where(field("id", Long.class).in(ids))
                .forEach(r -> found.put(r.value2(), new Party(r.value1(), new PartyView(r.value2(), r.value3(), r.value4(),
                        r.value5(), r.value6(), r.value7(), r.value8(), r.value9(), r.value10()), r.value11())));
    }
}
