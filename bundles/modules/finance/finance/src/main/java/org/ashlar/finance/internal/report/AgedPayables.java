package org.ashlar.finance.internal.report;

import java.util.List;
import java.util.Set;

import org.ashlar.finance.AccountType;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Aged payables. */
@Component(service = Report.class)
public final class AgedPayables implements Report {

    private final AgedItems items;

    /** Injected. */
    @Activate
    public AgedPayables(@Reference AgedItems items) {
        this.items = items;
    }

    @Override
    public String id() {
        return "finance.agedPayables";
    }

    @Override
    public String permission() {
        return "finance.openItem.read";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("date", "date", false));
    }

    @Override
    public Set<String> models() {
        return Set.of("finance.openItem", "finance.allocation", "masters.party");
    }

    @Override
    public Set<String> filters() {
        return Set.of("finance.openItem", "masters.party");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        return items.table(request, AccountType.LIABILITY);
    }
}
