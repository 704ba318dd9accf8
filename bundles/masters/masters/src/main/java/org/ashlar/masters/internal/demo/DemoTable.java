package org.ashlar.masters.internal.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.text.TabbedTable;

/** A tab separated table of this bundle's demo folder, with a header line. */
final class DemoTable {

    /** A row by column. */
    static final class Row {

        private final Map<String, String> cells;

        Row(Map<String, String> cells) {
            this.cells = cells;
        }

        /** The cell, {@code null} if it is empty. */
        String text(String column) {
            return cells.get(column);
        }

        /** The cell as a number, {@code null} if it is empty. */
        BigDecimal number(String column) {
            return text(column) == null ? null : new BigDecimal(text(column));
        }
    }

    private DemoTable() {
    }

    static List<Row> rows(String name) {
        return TabbedTable.rows(DemoTable.class, "/ASHLAR-INF/demo/" + name).stream().map(Row::new).toList();
    }
}
