package org.ashlar.platform.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** A file format for computed reports, a service: {@code /reports/{id}.<ending>}. Thread-safe. */
@ConsumerType
public interface ReportFormat {

    /** Ending of the file's name, for example {@code pdf}. */
    String ending();

    /** Media type of the file. */
    String mediaType();

    /** Writes the report. */
    void write(Paper paper, OutputStream out) throws IOException;

    /**
     * A report as people read it.
     *
     * @param title title in the user's language
     * @param notes lines below it: company, parameters, date
     * @param columns column titles in the user's language
     * @param table the computed table
     * @param locale language of numbers and dates
     */
    record Paper(String title, List<String> notes, List<String> columns, ReportTable table, Locale locale) {
    }
}
