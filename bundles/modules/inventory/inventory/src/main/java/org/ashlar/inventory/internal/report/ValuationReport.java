package org.ashlar.inventory.internal.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.access.VisibleRows;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quantity and value of each product at the end of any day, from the value entries up to it. */
@Component(service = Report.class)
public class ValuationReport implements Report {

    private static final int UNIT_SCALE = 6;
    private static final List<ReportTable.Column> COLUMNS = List.of(new ReportTable.Column("product", "text"),
            new ReportTable.Column("name", "text"), new ReportTable.Column("unit", "text"),
            new ReportTable.Column("quantity", "quantity"), new ReportTable.Column("value", "money"),
            new ReportTable.Column("unitCost", "money"));

    private final Sql sql;
    private final Access access;
    private final RecordAccess records;

    /** Reads what is committed. */
    @Activate
    public ValuationReport(@Reference Sql sql, @Reference Access access, @Reference RecordAccess records) {
        this.records = records;
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.valuation";
    }

    @Override
    public String permission() {
        return "inventory.valueEntry.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("date", "date", false), new ReportParameter("product", "id", false),
                new ReportParameter("category", "id", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("inventory.valueEntry", "masters.product");
    }

    @Override
    public Set<String> filters() {
        return Set.of("masters.product");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        LocalDate date = request.date("date", access.today());
        List<Object> binds = new ArrayList<>(List.of(access.caller().companyId(), Date.valueOf(date)));
        StringBuilder where = new StringBuilder();
        Long product = request.number("product", null);
        if (product != null) {
            where.append(" AND v.product_id = ?");
            binds.add(product);
        }
        Long category = request.number("category", null);
        if (category != null) {
            where.append(" AND p.category_id = ?");
            binds.add(category);
        }
        VisibleRows visible = records.rows("masters.product");
        where.append(visible.and("v.product_id"));
        binds.addAll(visible.binds());
        List<List<Object>> rows = sql.read(ctx -> ctx.resultQuery("SELECT p.code, p.name, p.unit, SUM(v.quantity),"
                + " SUM(v.amount), 0 FROM inventory_value_entry v JOIN masters_product p ON p.id = v.product_id"
                + " WHERE v.company_id = ? AND v.entry_date <= ?" + where + " GROUP BY p.code, p.name, p.unit"
                + " HAVING SUM(v.quantity) <> 0 OR SUM(v.amount) <> 0 ORDER BY p.code", binds.toArray())
                .fetch(r -> priced(Rows.of(r, COLUMNS))));
        return new ReportTable(COLUMNS, rows, Rows.totals(COLUMNS, rows, "value"));
    }

    private static List<Object> priced(List<Object> row) {
        BigDecimal quantity = (BigDecimal) row.get(3);
        row.set(5, quantity.signum() == 0 ? null
                : ((BigDecimal) row.get(4)).divide(quantity, UNIT_SCALE, RoundingMode.HALF_UP));
        return row;
    }
}
