package org.ashlar.masters.internal.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tab separated table of this bundle's demo folder, with a header line. */
final class DemoTable {

    /** A row by column. */
    static final class Row {

        private final Map<String, String> cells = new HashMap<>();

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
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                DemoTable.class.getResourceAsStream("/ASHLAR-INF/demo/" + name), StandardCharsets.UTF_8))) {
            String[] header = lines.readLine().split("\t", -1);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] values = line.split("\t", -1);
                Row row = new Row();
                for (int i = 0; i < values.length; i++) {
                    if (!values[i].isEmpty()) {
                        row.cells.put(header[i], values[i]);
                    }
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
