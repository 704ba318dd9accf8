package org.ashlar.inventory.internal.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.report.ReportTable;
import org.jooq.Record;

/** Turns query results into report rows and totals. */
final class Rows {

    private Rows() {
    }

    /** Values of a record in the types of the columns. */
    static List<Object> of(Record record, List<ReportTable.Column> columns) {
        List<Object> row = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.add(switch (columns.get(i).type()) {
                case "money", "quantity" -> trim(record.get(i, BigDecimal.class));
                case "number" -> record.get(i, Long.class);
                case "date" -> record.get(i, LocalDate.class);
                default -> record.get(i, String.class);
            });
        }
        return row;
    }

    /** Sum of each named column, {@code null} for the others. */
    static List<Object> totals(List<ReportTable.Column> columns, List<List<Object>> rows, String... summed) {
        List<String> names = List.of(summed);
        List<Object> totals = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            totals.add(names.contains(columns.get(i).id())
                    ? trim(rows.stream().map(r -> (BigDecimal) r.get(at)).filter(v -> v != null)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)) : null);
        }
        return totals;
    }

    private static BigDecimal trim(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 2 ? plain.setScale(2) : plain;
    }
}
