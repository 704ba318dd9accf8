package org.ashlar.sales.internal.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders per year, state and currency: how many and how much. */
@Component
public final class ByYearAndState implements Report {

    private static final List<String> MEASURES = List.of("netAmount", "taxAmount", "freightAmount", "totalAmount");

    private final Sql sql;
    private final Access access;
    private final RecordAccess records;

    /** Used by DS. */
    @Activate
    public ByYearAndState(@Reference Sql sql, @Reference Access access, @Reference RecordAccess records) {
        this.records = records;
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "sales.byYearAndState";
    }

    @Override
    public String permission() {
        return "sales.order.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("from", "date", false), new ReportParameter("to", "date", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("sales.order");
    }

    @Override
    public Set<String> filters() {
        return models();
    }

    @Override
    public ReportTable run(ReportRequest request) {
        LocalDate from = request.date("from", LocalDate.of(1, 1, 1));
        LocalDate to = request.date("to", LocalDate.of(9999, 12, 31));
        Field<LocalDate> date = DSL.field("order_date", LocalDate.class);
        Field<Integer> year = DSL.year(date);
        Field<String> state = DSL.field("state", String.class);
        Field<String> currency = DSL.field("currency", String.class);
        List<List<Object>> rows = new ArrayList<>();
        sql.any(db -> db.select(year, state, currency, DSL.count(), sum("net_amount"), sum("tax_amount"),
                sum("freight_amount"), sum("total_amount")).from("sales_order")
                .where(DSL.field("company_id", Long.class).eq(access.caller().companyId()))
                .and(date.between(from, to)).and(records.rows("sales.order").on("sales_order.id"))
                .groupBy(year, state, currency).orderBy(year, state, currency).fetch())
                .forEach(r -> rows.add(List.of(r.value1().longValue(), r.value2(), r.value3(), r.value4().longValue(),
                        r.value5(), r.value6(), r.value7(), r.value8())));
        List<ReportTable.Column> columns = new ArrayList<>(List.of(new ReportTable.Column("year", "number"),
                new ReportTable.Column("state", "text"), new ReportTable.Column("currency", "text"),
                new ReportTable.Column("orders", "number")));
        MEASURES.forEach(m -> columns.add(new ReportTable.Column(m, "money")));
        return new ReportTable(columns, rows, List.of());
    }

    private static Field<BigDecimal> sum(String column) {
        return DSL.sum(DSL.field(column, BigDecimal.class));
    }
}
