package org.ashlar.bridge.purchasing.sales.internal.service;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.Optional;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What companies take from each other. Asked only for orders between companies, so read as it is. Thread-safe. */
@Component(service = Rules.class)
public final class Rules {

    private final EntityStore store;
    private final Sql sql;

    /** Used by DS. */
    @Activate
    public Rules(@Reference EntityStore store, @Reference Sql sql) {
        this.store = store;
        this.sql = sql;
    }

    /**
     * An active rule.
     *
     * @param takesSales sales orders of the partner become purchase orders
     * @param takesPurchases purchase orders of the partner become quotations
     * @param responsible whom to tell, may be {@code null}
     * @param warehouse may be {@code null}
     */
    record Rule(boolean takesSales, boolean takesPurchases, Long responsible, Long warehouse) {

        boolean takes(Trade.Kind kind) {
            return kind == Trade.Kind.SALE ? takesSales : takesPurchases;
        }
    }

    /** What a company takes from a partner; empty if it has said nothing or switched it off. */
    Optional<Rule> of(long company, long partner) {
        store.flush();
        return sql.any(dsl -> dsl.select(field("takes_sales", Boolean.class), field("takes_purchases", Boolean.class),
                field("responsible_id", Long.class), field("warehouse_id", Long.class)).from(table("purchasing_sales_rule"))
                .where(field("company_id", Long.class).eq(company))
                .and(field("partner_company_id", Long.class).eq(partner)).and(field("active", Boolean.class).eq(true))
                .fetchOptional(r -> new Rule(r.value1(), r.value2(), r.value3(), r.value4())));
    }
}
