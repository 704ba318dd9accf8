package org.ashlar.platform.transfer.internal.run;

import java.util.List;

/** Writes CSV (RFC 4180). Texts that a spreadsheet would run as a formula are written with a leading apostrophe. */
public final class Csv {

    private Csv() {
    }

    /** One record without the line end. */
    public static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            line.append(cell(cells.get(i)));
        }
        return line.toString();
    }

    private static String cell(String text) {
        String safe = text == null ? "" : text;
        if (!safe.isEmpty() && "=+-@\t\r".indexOf(safe.charAt(0)) >= 0 && !safe.matches("[+-]?[0-9.,]+")) {
            safe = "'" + safe;
        }
        return safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0 || safe.indexOf('\r') >= 0
                ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
