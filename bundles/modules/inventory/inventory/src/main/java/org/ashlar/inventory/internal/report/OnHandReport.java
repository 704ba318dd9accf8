package org.ashlar.inventory.internal.report;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.access.VisibleRows;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stock by product and location: now with what is reserved, or at the end of any day from the moves. */
@Component(service = Report.class)
public class OnHandReport implements Report {

    private static final List<ReportTable.Column> COLUMNS = List.of(new ReportTable.Column("product", "text"),
            new ReportTable.Column("name", "text"), new ReportTable.Column("location", "text"),
            new ReportTable.Column("unit", "text"), new ReportTable.Column("onHand", "quantity"),
            new ReportTable.Column("reserved", "quantity"), new ReportTable.Column("available", "quantity"));

    private final Sql sql;
    private final Access access;
    private final RecordAccess records;

    /** Reads what is committed. */
    @Activate
    public OnHandReport(@Reference Sql sql, @Reference Access access, @Reference RecordAccess records) {
        this.records = records;
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.onHand";
    }

    @Override
    public String permission() {
        return "inventory.quant.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("date", "date", false), new ReportParameter("product", "id", false),
                new ReportParameter("location", "id", false), new ReportParameter("warehouse", "id", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("inventory.quant", "inventory.move", "inventory.location", "masters.product");
    }

    @Override
    public Set<String> filters() {
        return Set.of("inventory.quant", "inventory.location", "masters.product");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        LocalDate date = request.date("date", null);
        List<Object> binds = new ArrayList<>();
        long company = access.caller().companyId();
        VisibleRows quants = records.rows("inventory.quant");
        String stock;
        if (date == null) {
            stock = "SELECT product_id, location_id, on_hand, reserved, available FROM inventory_quant"
                    + " WHERE company_id = ?" + quants.and("id");
            binds.add(company);
            binds.addAll(quants.binds());
        } else if (!quants.all()) {
            throw Problem.of(ProblemKind.DENIED, "inventory.onHand.past");
        } else {
            stock = "SELECT product_id, location_id, SUM(quantity) AS on_hand, CAST(NULL AS DECIMAL(19, 6)) AS reserved,"
                    + " CAST(NULL AS DECIMAL(19, 6)) AS available FROM (SELECT product_id, to_location_id AS location_id,"
                    + " quantity FROM inventory_move WHERE company_id = ? AND move_date <= ? UNION ALL"
                    + " SELECT product_id, from_location_id, -quantity FROM inventory_move WHERE company_id = ?"
                    + " AND move_date <= ?) m (product_id, location_id, quantity) GROUP BY product_id, location_id";
            binds.addAll(List.of(company, Date.valueOf(date), company, Date.valueOf(date)));
        }
        StringBuilder where = new StringBuilder(" WHERE l.kind IN ('INTERNAL', 'TRANSIT') AND s.on_hand <> 0");
        for (String[] filter : new String[][] {{"product", "s.product_id"}, {"location", "s.location_id"},
                {"warehouse", "l.warehouse_id"}}) {
            Long id = request.number(filter[0], null);
            if (id != null) {
                where.append(" AND ").append(filter[1]).append(" = ?");
                binds.add(id);
            }
        }
        for (String[] rule : new String[][] {{"masters.product", "s.product_id"}, {"inventory.location", "s.location_id"}}) {
            VisibleRows visible = records.rows(rule[0]);
            where.append(visible.and(rule[1]));
            binds.addAll(visible.binds());
        }
        List<List<Object>> rows = sql.read(ctx -> ctx.resultQuery("SELECT p.code, p.name, l.code, p.unit, s.on_hand,"
                + " s.reserved, s.available FROM (" + stock + ") s JOIN inventory_location l ON l.id = s.location_id"
                + " JOIN masters_product p ON p.id = s.product_id" + where + " ORDER BY p.code, l.code", binds.toArray())
                .fetch(r -> Rows.of(r, COLUMNS)));
        return new ReportTable(COLUMNS, rows, List.of());
    }
}
