package org.ashlar.purchasing.internal.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
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

/** Lines of confirmed orders that are not received or not billed in full, the most urgent first. */
@Component
public final class Backlog implements Report {

    private final Sql sql;
    private final Access access;
    private final Parties parties;
    private final RecordAccess records;

    /** Used by DS. */
    @Activate
    public Backlog(@Reference Sql sql, @Reference Access access, @Reference Parties parties,
            @Reference RecordAccess records) {
        this.records = records;
        this.sql = sql;
        this.access = access;
        this.parties = parties;
    }

    @Override
    public String id() {
        return "purchasing.backlog";
    }

    @Override
    public String permission() {
        return "purchasing.order.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("party", "id", false), new ReportParameter("until", "date", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("purchasing.order", "purchasing.orderLine", "masters.party");
    }

    @Override
    public Set<String> filters() {
        return models();
    }

    @Override
    public ReportTable run(ReportRequest request) {
        Long party = request.number("party", null);
        LocalDate until = request.date("until", null);
        Field<LocalDate> wanted = DSL.coalesce(DSL.field("l.due_date", LocalDate.class),
                DSL.field("o.expected_date", LocalDate.class),
                DSL.field("o.order_date", LocalDate.class));
        Field<BigDecimal> quantity = quantity("quantity");
        Field<BigDecimal> toReceive = quantity.minus(quantity("received_quantity"));
        Field<BigDecimal> toBill = quantity.minus(quantity("rejected_quantity")).minus(quantity("returned_quantity"))
                .minus(quantity("billed_quantity"));
        var condition = DSL.field("o.company_id", Long.class).eq(access.caller().companyId())
                .and(DSL.field("o.state", String.class).eq("CONFIRMED"))
                .and(records.rows("purchasing.order").on("o.id")).and(records.rows("purchasing.orderLine").on("l.id"))
                .and(toReceive.gt(BigDecimal.ZERO).or(toBill.gt(BigDecimal.ZERO)));
        if (party != null) {
            condition = condition.and(DSL.field("o.party_id", Long.class).eq(party));
        }
        if (until != null) {
            condition = condition.and(wanted.le(until));
        }
        var where = condition;
        var found = sql.any(db -> db.select(DSL.field("o.order_no", String.class), DSL.field("o.party_id", Long.class),
                wanted, DSL.field("l.line_no", Integer.class), DSL.field("l.line_text", String.class), quantity,
                DSL.field("l.unit", String.class), toReceive, toBill).from("purchasing_order o")
                .join("purchasing_order_line l").on("l.order_id = o.id").where(where)
                .orderBy(wanted, DSL.field("o.order_no"), DSL.field("l.line_no")).fetch());
        Map<Long, String> names = parties.getAll(records.readable("masters.party",
                found.stream().map(r -> r.value2()).distinct().toList())).stream()
                .collect(Collectors.toMap(PartyView::id, PartyView::name));
        List<List<Object>> rows = new ArrayList<>();
        found.forEach(r -> rows.add(Arrays.asList(r.value1(), names.get(r.value2()), r.value3(),
                r.value4().longValue(), r.value5(), r.value6(), r.value7(), r.value8().max(BigDecimal.ZERO),
                r.value9().max(BigDecimal.ZERO))));
        return new ReportTable(List.of(column("number", "text"), column("party", "text"), column("wanted", "date"),
                column("line", "number"), column("text", "text"), column("quantity", "quantity"),
                column("unit", "text"), column("toReceive", "quantity"), column("toBill", "quantity")), rows,
                List.of());
    }

    private static Field<BigDecimal> quantity(String column) {
        return DSL.field("l." + column, BigDecimal.class);
    }

    private static ReportTable.Column column(String id, String type) {
        return new ReportTable.Column(id, type);
    }
}
