package org.ashlar.masters.internal.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** What is wrong with a record, collected so that the user sees all of it at once. Not thread-safe. */
final class Findings {

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes a finding. */
    void add(String field, String code, Object... args) {
        errors.add(new FieldError(field, code, Arrays.stream(args).map(arg -> arg == null ? (Object) "" : arg).toList()));
    }

    /** Notes it unless the condition holds. */
    void require(boolean holds, String field, String code, Object... args) {
        if (!holds) {
            add(field, code, args);
        }
    }

    /** Amounts that are given must not be negative. */
    void notNegative(BigDecimal value, String field) {
        require(value == null || value.signum() >= 0, field, "masters.value.negative", value);
    }

    /** Refuses the record if anything was found. */
    void check() {
        if (errors.size() == 1) {
            FieldError only = errors.get(0);
            throw new Problem(ProblemKind.RULE, only.code(), only.args(), errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.rules("masters.record.invalid", errors);
        }
    }

    /** Text without surrounding space, {@code null} if nothing is left. */
    static String trimmed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
