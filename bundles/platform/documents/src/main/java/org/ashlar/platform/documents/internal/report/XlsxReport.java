package org.ashlar.platform.documents.internal.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ashlar.platform.report.ReportFormat;
import org.ashlar.platform.report.ReportTable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.osgi.service.component.annotations.Component;

/** Reports as a workbook with numbers and dates as such. Thread-safe. */
@Component
public final class XlsxReport implements ReportFormat {

    @Override
    public String ending() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void write(Paper paper, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Ashlar", "1.0");
        String name = paper.title().replaceAll("[\\\\/*?:\\[\\]]", " ");
        Worksheet sheet = book.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
        int at = 0;
        sheet.value(at, 0, paper.title());
        sheet.style(at++, 0).bold().fontSize(14).set();
        for (String note : paper.notes()) {
            sheet.inlineString(at++, 0, note);
        }
        at++;
        for (int i = 0; i < paper.columns().size(); i++) {
            sheet.value(at, i, paper.columns().get(i));
            sheet.style(at, i).bold().set();
        }
        sheet.freezePane(0, ++at);
        for (List<Object> row : paper.table().rows()) {
            row(sheet, at++, paper.table().columns(), row);
            if (at % 1000 == 0) {
                sheet.flush();
            }
        }
        if (!paper.table().totals().isEmpty()) {
            row(sheet, at, paper.table().columns(), paper.table().totals());
            sheet.range(at, 0, at, Math.max(0, paper.columns().size() - 1)).style().bold().set();
        }
        sheet.finish();
        book.finish();
    }

    private static void row(Worksheet sheet, int at, List<ReportTable.Column> columns, List<Object> values) {
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            Object value = values.get(i);
            if (value instanceof BigDecimal number) {
                sheet.value(at, i, number);
                sheet.style(at, i).format("money".equals(columns.get(i).type()) ? "#,##0.00" : "General").set();
            } else if (value instanceof Number number) {
                sheet.value(at, i, number);
            } else if (value instanceof Boolean flag) {
                sheet.value(at, i, flag);
            } else if (value instanceof LocalDate date) {
                sheet.value(at, i, date);
                sheet.style(at, i).format("yyyy-mm-dd").set();
            } else if (value != null) {
                sheet.inlineString(at, i, value.toString());
            }
        }
    }
}
