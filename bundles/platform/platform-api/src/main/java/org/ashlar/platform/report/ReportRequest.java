package org.ashlar.platform.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/**
 * Parameters of one run, as given.
 *
 * @param values by name
 */
public record ReportRequest(Map<String, String> values) {

    /** A text or the default. */
    public String text(String name, String otherwise) {
        String value = values.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** An ISO date or the default. */
    public LocalDate date(String name, LocalDate otherwise) {
        String value = text(name, null);
        try {
            return value == null ? otherwise : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw bad(name, "platform.value.date", value);
        }
    }

    /** A whole number or the default. */
    public Long number(String name, Long otherwise) {
        String value = text(name, null);
        try {
            return value == null ? otherwise : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw bad(name, "platform.value.integer", value);
        }
    }

    private static Problem bad(String name, String code, String value) {
        FieldError error = FieldError.of(name, code, value);
        return new Problem(ProblemKind.BAD_REQUEST, code, error.args(), java.util.List.of(error));
    }
}
