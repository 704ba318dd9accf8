package org.ashlar.platform.web.internal.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * Tables as CSV (RFC 4180) for spreadsheets: a byte order mark so that Chinese is read as UTF-8, and an apostrophe before
 * texts that a spreadsheet would run as a formula.
 */
final class Csv {
    private static final String FORMULA = "=+-@\t\r\n";
    private final StringBuilder out = new StringBuilder("\uFEFF");

    /** Adds a line. */
    Csv line(List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(cell(values.get(i)));
        }
        out.append("\r\n");
        return this;
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = String.valueOf(value);
        if (!(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quote = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
