package org.ashlar.finance.internal.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.ashlar.finance.internal.consolidation.Consolidation.Figures;
import org.ashlar.finance.internal.consolidation.GroupMembers;
import org.ashlar.finance.internal.consolidation.GroupWorksheet;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What stands behind {@link ConsolidatedTrialBalance}, account by account of each company with the balance in its own currency
 * (合并工作底稿); with {@code line} that line of the group alone.
 */
@Component(service = Report.class)
public final class ConsolidationWorksheet implements Report {

    private final GroupWorksheet worksheet;
    private final Access access;

    /** Injected. */
    @Activate
    public ConsolidationWorksheet(@Reference GroupWorksheet worksheet, @Reference Access access) {
        this.worksheet = worksheet;
        this.access = access;
    }

    @Override
    public String id() {
        return "finance.consolidationWorksheet";
    }

    @Override
    public String permission() {
        return GroupMembers.PERMISSION;
    }

    @Override
    public List<ReportParameter> parameters() {
        List<ReportParameter> parameters = new ArrayList<>(GroupWorksheet.parameters());
        parameters.add(new ReportParameter("line", "text", false));
        return parameters;
    }

    @Override
    public Set<String> models() {
        return GroupMembers.MODELS;
    }

    @Override
    public ReportTable run(ReportRequest request) {
        GroupWorksheet.Sheet sheet = worksheet.of(request);
        String line = request.text("line", null);
        List<List<Object>> rows = new ArrayList<>();
        Figures total = new Figures(BigDecimal.ZERO, BigDecimal.ZERO);
        for (GroupWorksheet.Row row : sheet.rows()) {
            if (line == null || row.of(line)) {
                rows.add(row(row, sheet.currency()));
                total = total.plus(row.figures());
            }
        }
        return Scale.of(new ReportTable(List.of(new ReportTable.Column("code", "text"), new ReportTable.Column("company", "text"),
                new ReportTable.Column("account", "text"),
                new ReportTable.Column("ownCurrency", "text"), new ReportTable.Column("own", "money"),
                new ReportTable.Column("currency", "text"), new ReportTable.Column("sum", "money"),
                new ReportTable.Column("eliminations", "money"), new ReportTable.Column("consolidated", "money"),
                new ReportTable.Column("ledger", "text")), rows,
                Arrays.asList(null, null, null, null, null, null, total.sum(), total.elimination(),
                        total.consolidated(), null)), sheet.currency());
    }

    /** {@code ledger} is the account where its lines can be shown: in the company that the caller is in. */
    private List<Object> row(GroupWorksheet.Row row, String currency) {
        boolean here = row.company() != null && row.company().id() == access.caller().companyId();
        return Arrays.asList(row.code(), row.company() == null ? null : row.company().code(),
                row.account() == null ? row.name() : row.account() + " " + row.accountName(),
                row.own() == null ? null : row.company().currency(), row.own(), currency, row.figures().sum(),
                row.figures().elimination(), row.figures().consolidated(), here ? row.account() : null);
    }
}
