package org.ashlar.purchasing.internal.report;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An order is worth what its lines are worth, and its total is net, tax and freight. Imported orders may differ from
 * their lines by what other systems lose in rounding each line, and may have come without lines.
 */
@Component
public final class OrderTotalsRule implements ConsistencyRule {

    private static final int MOST = 1000;
    private static final BigDecimal PER_LINE = new BigDecimal("0.0001");

    private final Sql sql;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OrderTotalsRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "purchasing.orderTotals";
    }

    @Override
    public List<Breach> check() {
        Field<Long> id = DSL.field("o.id", Long.class);
        Field<String> number = DSL.field("o.order_no", String.class);
        Field<BigDecimal> net = amount("o.net_amount");
        Field<BigDecimal> tax = amount("o.tax_amount");
        Field<BigDecimal> freight = amount("o.freight_amount");
        Field<BigDecimal> total = amount("o.total_amount");
        Field<Boolean> historic = DSL.field("o.historic", Boolean.class);
        Field<Integer> count = DSL.count(DSL.field("l.id"));
        Field<BigDecimal> lineNet = DSL.coalesce(DSL.sum(amount("l.net_amount")), BigDecimal.ZERO);
        Field<BigDecimal> lineTax = DSL.coalesce(DSL.sum(amount("l.tax_amount")), BigDecimal.ZERO);
        var exact = historic.isFalse().and(net.ne(lineNet).or(tax.ne(lineTax)));
        var rounded = historic.isTrue().and(count.gt(0))
                .and(DSL.abs(net.minus(lineNet)).gt(DSL.val(PER_LINE).times(count.cast(BigDecimal.class))));
        return sql.any(db -> db.select(id, number, net, tax, freight, total, lineNet).from("purchasing_order o")
                .leftJoin("purchasing_order_line l").on("l.order_id = o.id")
                .where(DSL.field("o.company_id", Long.class).eq(access.caller().companyId()))
                .groupBy(id, number, net, tax, freight, total, historic)
                .having(total.ne(net.plus(tax).plus(freight)).or(exact).or(rounded))
                .orderBy(id).limit(MOST)
                .fetch(r -> new Breach("purchasing.order", r.value1(), r.value2(),
                        r.value7() + " / " + r.value3().add(r.value4()).add(r.value5()),
                        r.value3() + " / " + r.value6())));
    }

    private static Field<BigDecimal> amount(String column) {
        return DSL.field(column, BigDecimal.class);
    }
}
