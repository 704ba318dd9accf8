package org.ashlar.bridge.finance.sales.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer owes and has on order, beside the credit limit: for salespeople before they promise. Thread-safe. */
@Component
public final class ExposureReport implements Report {

    private final CustomerExposure exposure;
    private final RecordAccess records;

    /** Used by DS. */
    @Activate
    public ExposureReport(@Reference CustomerExposure exposure, @Reference RecordAccess records) {
        this.records = records;
        this.exposure = exposure;
    }

    @Override
    public String id() {
        return "finance-sales.exposure";
    }

    @Override
    public String permission() {
        return "sales.order.exposure";
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(new ReportParameter("party", "id", true));
    }

    @Override
    public Set<String> models() {
        return Set.of("sales.order", "sales.orderLine", "finance.openItem", "finance.invoice", "masters.party");
    }

    @Override
    public Set<String> filters() {
        return Set.of("masters.party");
    }

    @Override
    public ReportTable run(ReportRequest request) {
        Long party = request.number("party", null);
        if (party == null) {
            FieldError error = FieldError.of("party", "financeSales.exposure.party");
            throw new Problem(ProblemKind.BAD_REQUEST, error.code(), List.of(), List.of(error));
        }
        if (records.restricted("masters.party") && !records.mayRead("masters.party", party)) {
            throw Problem.notFound("masters.party", party);
        }
        CustomerExposure.Figures f = exposure.of(party);
        List<ReportTable.Column> columns = List.of(new ReportTable.Column("currency", "text"),
                new ReportTable.Column("open", "money"), new ReportTable.Column("overdue", "money"),
                new ReportTable.Column("ordered", "money"), new ReportTable.Column("exposure", "money"),
                new ReportTable.Column("creditLimit", "money"), new ReportTable.Column("available", "money"));
        return new ReportTable(columns, List.of(Arrays.asList(f.currency(), f.open(), f.overdue(), f.ordered(), f.total(),
                f.creditLimit(), f.creditLimit() == null ? null : f.creditLimit().subtract(f.total()))), List.of());
    }
}
