package org.ashlar.masters.internal.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** Reads query parameters; what cannot be read is refused with 400 and the parameter's name. */
final class Parameters {

    private static final int MAX_DIGITS = 30;

    private Parameters() {
    }

    static String required(String name, String text) {
        if (text == null || text.isBlank()) {
            throw bad(name, "masters.value.missing");
        }
        return text;
    }

    static LocalDate date(String name, String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw bad(name, "platform.value.date", text);
        }
    }

    static BigDecimal decimal(String name, String text, BigDecimal otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (text.length() > MAX_DIGITS || !text.matches("-?[0-9]+([.][0-9]+)?")) {
            throw bad(name, "platform.value.decimal", text);
        }
        return new BigDecimal(text);
    }

    static Long id(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw bad(name, "platform.value.integer", text);
        }
        return Long.valueOf(text);
    }

    private static Problem bad(String name, String code, Object... args) {
        FieldError error = FieldError.of(name, code, args);
        return new Problem(ProblemKind.BAD_REQUEST, code, error.args(), List.of(error));
    }
}
