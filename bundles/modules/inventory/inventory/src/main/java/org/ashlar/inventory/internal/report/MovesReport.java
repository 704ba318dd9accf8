package org.ashlar.inventory.internal.report;

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

/** What moved between two days, with the effect of each move on stock value. */
@Component(service = Report.class)
public class MovesReport implements Report {

    private static final int MOST = 100_000;
    private static final List<ReportTable.Column> COLUMNS = List.of(new ReportTable.Column("date", "date"),
            new ReportTable.Column("reference", "text"), new ReportTable.Column("kind", "text"),
            new ReportTable.Column("product", "text"), new ReportTable.Column("name", "text"),
            new ReportTable.Column("quantity", "quantity"), new ReportTable.Column("unit", "text"),
            new ReportTable.Column("from", "text"), new ReportTable.Column("to", "text"),
            new ReportTable.Column("value", "money"));

    private final Sql sql;
    private final Access access;
    private final RecordAccess records;

    /** Reads what is committed. */
    @Activate
    public MovesReport(@Reference Sql sql, @Reference Access access, @Reference RecordAccess records) {
        this.records = records;
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.moves";
    }

    @Override
    public String permission() {
        return "inventory.move.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("from", "date", false), new ReportParameter("to", "date", false),
                new ReportParameter("product", "id", false), new ReportParameter("location", "id", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("inventory.move", "inventory.valueEntry", "inventory.location", "masters.product");
    }

    @Override
    public Set<String> filters() {
        return Set.of("inventory.move", "inventory.location", "masters.product");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        LocalDate to = request.date("to", access.today());
        LocalDate from = request.date("from", to.withDayOfMonth(1));
        List<Object> binds = new ArrayList<>(List.of(access.caller().companyId(), Date.valueOf(from), Date.valueOf(to)));
        StringBuilder where = new StringBuilder();
        Long product = request.number("product", null);
        if (product != null) {
            where.append(" AND m.product_id = ?");
            binds.add(product);
        }
        Long location = request.number("location", null);
        if (location != null) {
            where.append(" AND (m.from_location_id = ? OR m.to_location_id = ?)");
            binds.addAll(List.of(location, location));
        }
        for (String[] rule : new String[][] {{"inventory.move", "m.id"}, {"masters.product", "m.product_id"},
                {"inventory.location", "m.from_location_id"}, {"inventory.location", "m.to_location_id"}}) {
            VisibleRows visible = records.rows(rule[0]);
            where.append(visible.and(rule[1]));
            binds.addAll(visible.binds());
        }
        List<List<Object>> rows = sql.read(ctx -> ctx.resultQuery("SELECT m.move_date, m.reference, m.kind, p.code, p.name,"
                + " m.quantity, m.unit, f.code, t.code, (SELECT SUM(v.amount) FROM inventory_value_entry v"
                + " WHERE v.company_id = m.company_id AND v.move_id = m.id) FROM inventory_move m"
                + " JOIN masters_product p ON p.id = m.product_id JOIN inventory_location f ON f.id = m.from_location_id"
                + " JOIN inventory_location t ON t.id = m.to_location_id WHERE m.company_id = ? AND m.move_date >= ?"
                + " AND m.move_date <= ?" + where + " ORDER BY m.move_date, m.id", binds.toArray()).maxRows(MOST)
                .fetch(r -> Rows.of(r, COLUMNS)));
        return new ReportTable(COLUMNS, rows, Rows.totals(COLUMNS, rows, "value"));
    }
}
