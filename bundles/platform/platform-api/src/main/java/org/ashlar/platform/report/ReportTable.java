package org.ashlar.platform.report;

import java.util.List;

/**
 * A computed table.
 *
 * @param columns in order
 * @param rows values in column order: String, BigDecimal, Long, Boolean, LocalDate or {@code null}
 * @param totals one value per column or {@code null} entries; empty if the report has none
 */
public record ReportTable(List<Column> columns, List<List<Object>> rows, List<Object> totals) {

    /**
     * A column.
     *
     * @param id key in JSON rows
     * @param type {@code text}, {@code money}, {@code quantity}, {@code date}, {@code number} or {@code boolean}
     */
    public record Column(String id, String type) {
    }
}
