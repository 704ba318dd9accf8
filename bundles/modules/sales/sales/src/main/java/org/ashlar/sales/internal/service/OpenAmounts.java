package org.ashlar.sales.internal.service;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.value.Money;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What confirmed orders are still to be invoiced; one statement. Thread-safe. */
@Component(service = OpenAmounts.class)
public final class OpenAmounts {

    private final Sql sql;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OpenAmounts(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    List<Money> of(long partyId) {
        Field<String> currency = DSL.field("o.currency", String.class);
        Field<BigDecimal> quantity = DSL.field("l.quantity", BigDecimal.class);
        Field<BigDecimal> open = quantity.minus(DSL.field("l.returned_quantity", BigDecimal.class))
                .minus(DSL.field("l.invoiced_quantity", BigDecimal.class));
        Field<BigDecimal> gross = DSL.field("l.net_amount", BigDecimal.class)
                .plus(DSL.field("l.tax_amount", BigDecimal.class));
        Field<BigDecimal> amount = DSL.sum(gross.times(open).divide(quantity));
        return sql.any(db -> db.select(currency, amount).from("sales_order o").join("sales_order_line l")
                .on("l.order_id = o.id")
                .where(DSL.field("o.company_id", Long.class).eq(access.caller().companyId()))
                .and(DSL.field("o.party_id", Long.class).eq(partyId))
                .and(DSL.field("o.state", String.class).eq("CONFIRMED"))
                .and(open.gt(BigDecimal.ZERO))
                .groupBy(currency).fetch(r -> new Money(r.value2(), r.value1()).rounded()));
    }
}
