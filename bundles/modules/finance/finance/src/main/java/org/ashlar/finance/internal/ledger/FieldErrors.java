package org.ashlar.finance.internal.ledger;

import java.util.ArrayList;
import java.util.List;

import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;

/** Collects what is wrong with a document so that the user sees all of it at once. Not thread-safe. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    /** Adds an error at a field. */
    public void add(String field, String code, Object... args) {
        errors.add(FieldError.of(field, code, args));
    }

    /** Throws if there is any; a single error gives the problem its code. */
    public void throwIfAny(String summary) {
        if (errors.size() == 1) {
            FieldError only = errors.get(0);
            throw Problem.rule(only.field(), only.code(), only.args().toArray());
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(summary, errors);
        }
    }
}
