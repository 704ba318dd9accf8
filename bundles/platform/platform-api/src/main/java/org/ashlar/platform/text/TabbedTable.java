package org.ashlar.platform.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tab separated table in a bundle, with a header line. */
public final class TabbedTable {

    private TabbedTable() {
    }

    /**
     * Rows by column; empty cells are left out.
     *
     * @param owner a class of the bundle
     * @param path path in the bundle, from {@code /}
     * @throws IllegalStateException if there is no such table, or one without a header
     */
    public static List<Map<String, String>> rows(Class<?> owner, String path) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream in = owner.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No table " + path);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("Nothing in table " + path);
            }
            String[] header = line.split("\t", -1);
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(header, line.split("\t", -1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Map<String, String> row(String[] header, String[] values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                row.put(header[i], values[i]);
            }
        }
        return row;
    }
}
