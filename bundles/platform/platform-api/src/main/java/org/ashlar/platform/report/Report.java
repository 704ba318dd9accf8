package org.ashlar.platform.report;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A report, registered as a service; answers under {@code /api/v1/reports/{id}.json|csv} and in the console. Text key of the title:
 * {@code report.<id>}; of columns: {@code report.<id>.<column>}. Thread-safe.
 */
@ConsumerType
public interface Report {

    /** {@code <module>.<name>}, for example {@code finance.trialBalance}. */
    String id();

    /** Permission that the caller needs. */
    String permission();

    /** What it can be asked. */
    List<ReportParameter> parameters();

    /**
     * Models whose records it shows by SQL of its own. A caller whose record rules or field rights restrict one of them may
     * not run the report, unless {@link #filters} names it. Empty: all models of the report's module and all that they refer to.
     */
    default Set<String> models() {
        return Set.of();
    }

    /**
     * Those of {@link #models} whose record rules the report applies itself, by {@link org.ashlar.platform.access.RecordAccess#rows}
     * or by asking for each record: callers under such rules get it without what they may not see. Rules on the other models
     * refuse the report, because its totals would be wrong.
     */
    default Set<String> filters() {
        return Set.of();
    }

    /** Computes the table for the caller's company, set-based. */
    ReportTable run(ReportRequest request);
}
