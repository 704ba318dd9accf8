package org.ashlar.sales.internal.report;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Not more is returned than delivered, nothing is negative, and not more is invoiced than ordered or delivered. */
@Component
public final class OrderQuantitiesRule implements ConsistencyRule {

    private static final int MOST = 1000;

    private final Sql sql;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OrderQuantitiesRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "sales.orderQuantities";
    }

    @Override
    public List<Breach> check() {
        Field<BigDecimal> ordered = quantity("quantity");
        Field<BigDecimal> delivered = quantity("delivered_quantity");
        Field<BigDecimal> returned = quantity("returned_quantity");
        Field<BigDecimal> invoiced = quantity("invoiced_quantity");
        Condition wrong = delivered.lt(BigDecimal.ZERO).or(returned.lt(BigDecimal.ZERO))
                .or(invoiced.lt(BigDecimal.ZERO)).or(returned.gt(delivered))
                .or(invoiced.gt(ordered).and(invoiced.gt(delivered)));
        return sql.any(db -> db.select(DSL.field("o.id", Long.class), DSL.field("o.order_no", String.class),
                DSL.field("l.line_no", Integer.class), ordered, delivered, returned, invoiced)
                .from("sales_order_line l").join("sales_order o").on("o.id = l.order_id")
                .where(DSL.field("l.company_id", Long.class).eq(access.caller().companyId())).and(wrong)
                .orderBy(DSL.field("o.id")).limit(MOST)
                .fetch(r -> new Breach("sales.order", r.value1(), r.value2() + " #" + r.value3(),
                        "0 <= returned <= delivered; invoiced <= " + r.value4(),
                        "delivered " + r.value5() + ", returned " + r.value6() + ", invoiced " + r.value7())));
    }

    private static Field<BigDecimal> quantity(String column) {
        return DSL.field("l." + column, BigDecimal.class);
    }
}
