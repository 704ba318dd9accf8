package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.ashlar.platform.report.ReportTable;
import org.ashlar.platform.value.Rounding;

/** Shows money with the decimals of the company's currency; ledgers hold nothing smaller. */
final class Scale {

    private Scale() {
    }

    static ReportTable of(ReportTable table, String currency) {
        int decimals = Rounding.decimals(currency);
        List<List<Object>> rows = table.rows().stream().map(row -> scaled(table, row, decimals)).toList();
        return new ReportTable(table.columns(), rows, scaled(table, table.totals(), decimals));
    }

    private static List<Object> scaled(ReportTable table, List<Object> row, int decimals) {
        List<Object> scaled = new ArrayList<>(row);
        for (int i = 0; i < scaled.size(); i++) {
            if (table.columns().get(i).type().equals("money") && scaled.get(i) instanceof BigDecimal value) {
                int needed = Math.max(decimals, value.stripTrailingZeros().scale());
                scaled.set(i, value.setScale(needed, RoundingMode.HALF_UP));
            }
        }
        return scaled;
    }
}
