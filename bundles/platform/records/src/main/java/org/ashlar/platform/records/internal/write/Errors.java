package org.ashlar.platform.records.internal.write;

import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** Collects what is wrong with one request, so that the caller hears everything at once. One thread. */
public final class Errors {

    private static final int MAX = 100;

    private final List<FieldError> list = new ArrayList<>();

    /** Adds an error at a field. */
    public void add(String field, String code, Object... args) {
        if (list.size() < MAX) {
            list.add(FieldError.of(field, code, args));
        }
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The problem that names all errors. */
    public Problem problem() {
        return list.size() == 1
                ? new Problem(ProblemKind.RULE, list.get(0).code(), list.get(0).args(), list)
                : new Problem(ProblemKind.RULE, "platform.record.invalid", List.of(list.size()), list);
    }

    /** Throws unless nothing is wrong. */
    public void check() {
        if (!list.isEmpty()) {
            throw problem();
        }
    }
}
