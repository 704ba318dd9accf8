package org.ashlar.platform.console.internal.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** What commands that print a report share. */
abstract class ReportCommand extends AshlarCommand {

    @Reference
    BundleContext bundles;

    /** Finds, runs and prints a report. */
    final void run(String id, List<String> parameters) {
        Map<String, String> values = new HashMap<>();
        for (String parameter : parameters) {
            int split = parameter.indexOf('=');
            if (split < 1) {
                throw new IllegalStateException(text("console.report.parameter", parameter));
            }
            values.put(parameter.substring(0, split), parameter.substring(split + 1));
        }
        Report report = find(id);
        access.require(report.permission());
        ReportTable result = report.run(new ReportRequest(values));
        List<List<?>> rows = new ArrayList<>();
        result.rows().forEach(row -> rows.add(row.stream().map(ReportCommand::plain).toList()));
        if (!result.totals().isEmpty()) {
            rows.add(result.totals().stream().map(ReportCommand::plain).toList());
        }
        table(result.columns().stream().map(ReportTable.Column::id).toList(), rows);
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    private Report find(String id) {
        try {
            for (ServiceReference<Report> reference : bundles.getServiceReferences(Report.class, null)) {
                Report report = bundles.getService(reference);
                if (report != null && report.id().equals(id)) {
                    return report;
                }
            }
            throw new IllegalStateException(text("console.report.unknown", id));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
