package org.ashlar.platform.console.internal.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.ashlar.platform.report.ReportTable;
import org.ashlar.platform.report.Reports;
import org.osgi.framework.BundleContext;
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
        ReportTable result = reports().run(id, values).table();
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

    private Reports reports() {
        ServiceReference<Reports> reference = bundles.getServiceReference(Reports.class);
        Reports reports = reference == null ? null : bundles.getService(reference);
        if (reports == null) {
            throw new IllegalStateException(text("console.report.unknown", "web"));
        }
        return reports;
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
