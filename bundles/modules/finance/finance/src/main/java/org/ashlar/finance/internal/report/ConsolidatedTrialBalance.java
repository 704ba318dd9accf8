package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ashlar.finance.internal.consolidation.Consolidation.Figures;
import org.ashlar.finance.internal.consolidation.GroupMembers;
import org.ashlar.finance.internal.consolidation.GroupWorksheet;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Trial balance of the companies that the caller may read as of one company (合并科目余额表): their sum in one currency, what they owe
 * and sold each other taken out, and what remains. Debit is positive; every column of figures adds up to zero. Results are those
 * of the fiscal year. Taken out are receivables, payables and advances, and revenue against expense or cost of goods sold, whose
 * party is another company of the group (企业会计准则第33号——合并财务报表; IFRS 10 B86(c)). Investments against equity, minority interests
 * and unrealised profit in stock are not: the books do not say who holds what.
 */
@Component(service = Report.class)
public final class ConsolidatedTrialBalance implements Report {

    private final GroupWorksheet worksheet;

    /** Injected. */
    @Activate
    public ConsolidatedTrialBalance(@Reference GroupWorksheet worksheet) {
        this.worksheet = worksheet;
    }

    @Override
    public String id() {
        return "finance.consolidatedTrialBalance";
    }

    @Override
    public String permission() {
        return GroupMembers.PERMISSION;
    }

    @Override
    public List<ReportParameter> parameters() {
        return GroupWorksheet.parameters();
    }

    @Override
    public Set<String> models() {
        return GroupMembers.MODELS;
    }

    @Override
    public ReportTable run(ReportRequest request) {
        GroupWorksheet.Sheet sheet = worksheet.of(request);
        Map<List<Object>, Figures> lines = new LinkedHashMap<>();
        Figures total = new Figures(BigDecimal.ZERO, BigDecimal.ZERO);
        for (GroupWorksheet.Row row : sheet.rows()) {
            lines.merge(Arrays.asList(row.code(), row.name(), row.type() == null ? null : row.type().name(), sheet.currency()),
                    row.figures(), Figures::plus);
            total = total.plus(row.figures());
        }
        List<List<Object>> rows = new ArrayList<>();
        lines.forEach((line, figures) -> rows.add(row(line, figures)));
        return Scale.of(new ReportTable(List.of(new ReportTable.Column("code", "text"),
                new ReportTable.Column("name", "text"), new ReportTable.Column("type", "text"),
                new ReportTable.Column("currency", "text"), new ReportTable.Column("sum", "money"),
                new ReportTable.Column("eliminations", "money"), new ReportTable.Column("consolidated", "money")), rows,
                row(Arrays.asList(null, null, null, null), total)), sheet.currency());
    }

    private static List<Object> row(List<Object> line, Figures figures) {
        List<Object> row = new ArrayList<>(line);
        row.addAll(List.of(figures.sum(), figures.elimination(), figures.consolidated()));
        return row;
    }
}
