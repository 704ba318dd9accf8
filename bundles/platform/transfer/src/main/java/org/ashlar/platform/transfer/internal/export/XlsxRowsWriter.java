package org.ashlar.platform.transfer.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * XLSX, flushed every thousand rows. A sheet holds 1,048,576 rows (ECMA-376); what is more goes to the next sheet. Texts stay
 * texts, so no formula can run.
 */
final class XlsxRowsWriter implements RowsWriter {

    private static final int SHEET_ROWS = 1_048_576;
    private static final int FLUSH = 1000;
    private static final int TEXT_LIMIT = 32_767;

    private final Workbook book;
    private final String title;
    private final ZoneId zone;
    private Worksheet sheet;
    private List<String> columns = List.of();
    private int sheets;
    private int at;

    XlsxRowsWriter(OutputStream stream, String title, ZoneId zone) {
        this.book = new Workbook(stream, "Ashlar", "1.0");
        this.title = title.replaceAll("[\\\\/*?:\\[\\]]", " ");
        this.zone = zone;
    }

    @Override
    public void header(List<String> names) {
        columns = names;
        next();
    }

    private void next() {
        String name = sheets == 0 ? title : title + " " + (sheets + 1);
        sheets++;
        sheet = book.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
            sheet.style(0, i).bold().set();
        }
        at = 1;
    }

    @Override
    public void row(List<Object> values) throws IOException {
        if (at == SHEET_ROWS) {
            sheet.finish();
            next();
        }
        for (int i = 0; i < values.size(); i++) {
            cell(i, values.get(i));
        }
        at++;
        if (at % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Number number) {
            sheet.value(at, column, number);
            if (value instanceof BigDecimal decimal && decimal.scale() > 0) {
                sheet.style(at, column).format("#,##0." + "0".repeat(Math.min(6, decimal.scale()))).set();
            }
        } else if (value instanceof Boolean flag) {
            sheet.value(at, column, flag);
        } else if (value instanceof LocalDate date) {
            sheet.value(at, column, date);
            sheet.style(at, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Instant moment) {
            sheet.value(at, column, moment.atZone(zone).toLocalDateTime());
            sheet.style(at, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else {
            String text = value.toString();
            // Inline, because shared texts would stay in memory until the end.
            sheet.inlineString(at, column, text.length() > TEXT_LIMIT ? text.substring(0, TEXT_LIMIT) : text);
        }
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        book.finish();
    }
}
