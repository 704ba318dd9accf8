package org.ashlar.platform.report;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The reports of the installed modules, run as the bound caller: his rights, his language. Thread-safe. */
@ProviderType
public interface Reports {

    /** Those that the caller may run, by id. */
    List<Report> list();

    /** Title in the caller's language. */
    String title(Report report);

    /**
     * Runs one.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND; BAD_REQUEST for wrong parameters; DENIED without the permission, or
     *         {@code platform.report.restricted} where the caller's record rules would make its totals wrong
     */
    Computed run(String id, Map<String, String> parameters);

    /** Runs one and writes it as {@code csv}, {@code pdf} or {@code xlsx}. */
    File file(String id, Map<String, String> parameters, String ending);

    /** Writes a table that is no report, such as a list, in the same formats. */
    File write(Computed table, String ending);

    /**
     * A computed report.
     *
     * @param title title in the caller's language
     * @param columns column titles in the caller's language
     * @param partial whether the caller's record rules left something out
     * @param notes lines below the title: company, day, parameters, what was left out
     * @param table rows and totals
     */
    record Computed(String id, String title, List<String> columns, boolean partial, List<String> notes, ReportTable table) {
    }

    /**
     * A report as a file.
     *
     * @param rows rows of the report
     */
    record File(String name, String mediaType, byte[] content, int rows) {
    }
}
