package org.ashlar.platform.transfer.internal.run;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.transfer.internal.file.TextShape;
import org.ashlar.platform.transfer.internal.mapping.ImportMapping;

/** Ties a file out against the totals that its sender gave, before the first row goes in. */
final class ControlTotals {

    private ControlTotals() {
    }

    /**
     * Reads the file once.
     *
     * @throws Problem {@code transfer.control.differs} naming each total that does not tie
     */
    static void check(Path file, TextShape shape, ImportMapping.Control control) throws IOException {
        Map<String, BigDecimal> sums = new HashMap<>();
        long count = 0;
        List<FieldError> errors = new ArrayList<>();
        try (CsvRows rows = new CsvRows(file, shape.encoding(), shape.delimiter())) {
            Map<String, Integer> columns = new HashMap<>();
            for (String column : control.sums().keySet()) {
                int index = rows.header().indexOf(column);
                if (index < 0) {
                    throw refuse(List.of(FieldError.of("control", "transfer.mapping.column", column,
                            String.join(", ", rows.header()))));
                }
                columns.put(column, index);
            }
            for (CsvRecord row = rows.next(); row != null; row = rows.next()) {
                count++;
                for (Map.Entry<String, Integer> column : columns.entrySet()) {
                    sums.merge(column.getKey(), amount(row, column.getValue()), BigDecimal::add);
                }
            }
        }
        if (control.rows() != null && control.rows() != count) {
            errors.add(FieldError.of("control", "transfer.control.rows", count, control.rows()));
        }
        control.sums().forEach((column, expected) -> {
            BigDecimal sum = sums.getOrDefault(column, BigDecimal.ZERO);
            if (sum.compareTo(expected) != 0) {
                errors.add(FieldError.of("control", "transfer.control.sum", column, sum.toPlainString(), expected.toPlainString(),
                        sum.subtract(expected).toPlainString()));
            }
        });
        if (!errors.isEmpty()) {
            throw refuse(errors);
        }
    }

    private static BigDecimal amount(CsvRecord row, int column) {
        String text = column < row.getFieldCount() ? row.getField(column).strip().replace(",", "") : "";
        try {
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException e) {
            // The row itself is refused later, with its reason; what it should have added misses from the total.
            return BigDecimal.ZERO;
        }
    }

    private static Problem refuse(List<FieldError> errors) {
        return new Problem(ProblemKind.RULE, "transfer.control.differs", List.of(), errors);
    }
}
