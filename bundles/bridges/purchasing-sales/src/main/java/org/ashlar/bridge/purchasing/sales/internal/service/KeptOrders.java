package org.ashlar.bridge.purchasing.sales.internal.service;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.bridge.purchasing.sales.internal.model.MirrorState;
import org.ashlar.masters.CompanyParties;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What must not happen to an order while another company has its counterpart. Thread-safe. */
@Component(service = KeptOrders.class)
public final class KeptOrders {

    private final CompanyParties parties;
    private final Access access;
    private final Sql sql;

    /** Used by DS. */
    @Activate
    public KeptOrders(@Reference CompanyParties parties, @Reference Access access, @Reference Sql sql) {
        this.parties = parties;
        this.access = access;
        this.sql = sql;
    }

    void deleted(Trade.Kind kind, long order) {
        refuse(kind, order, "state", "purchasing-sales.order.notDeleted");
    }

    /** Refuses while an order of the caller's company has a living counterpart. */
    void refuse(Trade.Kind kind, long order, String at, String code) {
        if (parties.all().isEmpty()) {
            return;
        }
        long company = access.caller().companyId();
        String column = kind == Trade.Kind.SALE ? "sales_order_id" : "purchase_order_id";
        sql.any(dsl -> dsl.select(field("partner_no", String.class), field("partner_name", String.class))
                .from(table("purchasing_sales_mirror")).where(field("company_id", Long.class).eq(company))
                .and(field(column, Long.class).eq(order)).and(field("state", String.class).ne(MirrorState.ENDED.name()))
                .fetchOptional()).ifPresent(row -> {
                    throw Problem.rule(at, code, row.value1(), row.value2());
                });
    }
}
