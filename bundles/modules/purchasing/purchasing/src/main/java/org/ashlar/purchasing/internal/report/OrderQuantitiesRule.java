package org.ashlar.purchasing.internal.report;

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

/** Stocked is received less rejected, not more goes back than was stocked, and nothing is negative. */
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
        return "purchasing.orderQuantities";
    }

    @Override
    public List<Breach> check() {
        Field<BigDecimal> ordered = quantity("quantity");
        Field<BigDecimal> received = quantity("received_quantity");
        Field<BigDecimal> rejected = quantity("rejected_quantity");
        Field<BigDecimal> stocked = quantity("stocked_quantity");
        Field<BigDecimal> returned = quantity("returned_quantity");
        Field<BigDecimal> billed = quantity("billed_quantity");
        Condition wrong = rejected.lt(BigDecimal.ZERO).or(rejected.gt(received)).or(returned.lt(BigDecimal.ZERO))
                .or(billed.lt(BigDecimal.ZERO)).or(stocked.ne(received.minus(rejected))).or(returned.gt(stocked));
        return sql.any(db -> db.select(DSL.field("o.id", Long.class), DSL.field("o.order_no", String.class),
                DSL.field("l.line_no", Integer.class), ordered, received, rejected, stocked, returned, billed)
                .from("purchasing_order_line l").join("purchasing_order o").on("o.id = l.order_id")
                .where(DSL.field("l.company_id", Long.class).eq(access.caller().companyId())).and(wrong)
                .orderBy(DSL.field("o.id")).limit(MOST)
                .fetch(r -> new Breach("purchasing.order", r.value1(), r.value2() + " #" + r.value3(),
                        "stocked = received - rejected; 0 <= returned <= stocked; 0 <= billed",
                        "received " + r.value5() + ", rejected " + r.value6() + ", stocked " + r.value7()
                                + ", returned " + r.value8() + ", billed " + r.value9())));
    }

    private static Field<BigDecimal> quantity(String column) {
        return DSL.field("l." + column, BigDecimal.class);
    }
}
