package org.ashlar.crm.internal.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tab separated table of this bundle's demo folder, with a header line. */
final class DemoTable {

    private DemoTable() {
    }

    /** Rows by column; empty cells are left out. */
    static List<Map<String, String>> rows(String name) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                DemoTable.class.getResourceAsStream("/ASHLAR-INF/demo/" + name), StandardCharsets.UTF_8))) {
            String[] header = lines.readLine().split("\t", -1);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] values = line.split("\t", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < values.length; i++) {
                    if (!values[i].isEmpty()) {
                        row.put(header[i], values[i]);
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
