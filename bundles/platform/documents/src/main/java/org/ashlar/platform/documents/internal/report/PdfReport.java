package org.ashlar.platform.documents.internal.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import org.ashlar.platform.documents.internal.print.PdfPress;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.report.ReportFormat;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports as PDF, landscape when they have many columns. Thread-safe. */
@Component
public final class PdfReport implements ReportFormat {

    private static final int MOST_ROWS = 20_000;
    private static final int WIDE = 7;

    private final PdfPress press;

    /** By injection. */
    @Activate
    public PdfReport(@Reference PdfPress press) {
        this.press = press;
    }

    @Override
    public String ending() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public void write(Paper paper, OutputStream out) throws IOException {
        if (paper.table().rows().size() > MOST_ROWS) {
            throw Problem.of(ProblemKind.RULE, "platform.report.tooLong", MOST_ROWS);
        }
        StringBuilder html = new StringBuilder("<html><head><style>").append(PaperStyle.css(paper.columns().size() > WIDE))
                .append("</style></head><body><h1>").append(escape(paper.title())).append("</h1>");
        paper.notes().forEach(note -> html.append("<div class=\"our\">").append(escape(note)).append("</div>"));
        html.append("<table class=\"lines\"><thead><tr>");
        List<ReportTable.Column> columns = paper.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            html.append(open("th", columns.get(i))).append(escape(paper.columns().get(i))).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        paper.table().rows().forEach(row -> row(html, paper, row, ""));
        if (!paper.table().totals().isEmpty()) {
            row(html, paper, paper.table().totals(), " class=\"sum\"");
        }
        out.write(press.pdf(html.append("</tbody></table></body></html>").toString()));
    }

    private static void row(StringBuilder html, Paper paper, List<Object> values, String style) {
        html.append("<tr").append(style).append('>');
        List<ReportTable.Column> columns = paper.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            html.append(open("td", columns.get(i))).append(escape(text(paper, columns.get(i), i < values.size() ? values.get(i) : null)))
                    .append("</td>");
        }
        html.append("</tr>");
    }

    private static String open(String tag, ReportTable.Column column) {
        return switch (column.type()) {
            case "money", "quantity", "number" -> "<" + tag + " class=\"n\">";
            default -> "<" + tag + ">";
        };
    }

    private static String text(Paper paper, ReportTable.Column column, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            NumberFormat format = NumberFormat.getNumberInstance(paper.locale());
            format.setMinimumFractionDigits("money".equals(column.type()) ? 2 : 0);
            format.setMaximumFractionDigits("money".equals(column.type()) ? Math.max(2, Math.min(4, number.stripTrailingZeros().scale())) : 6);
            return format.format(number);
        }
        return value.toString();
    }

    private static String escape(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
