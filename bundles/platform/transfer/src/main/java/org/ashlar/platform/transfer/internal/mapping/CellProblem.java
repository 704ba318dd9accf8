package org.ashlar.platform.transfer.internal.mapping;

import org.ashlar.platform.problem.FieldError;

/** A cell that cannot be read. Carries no stack trace: files may hold many. */
public final class CellProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FieldError error;

    /** For one field. */
    public CellProblem(FieldError error) {
        super(error.code(), null, false, false);
        this.error = error;
    }

    /** What is wrong. */
    public FieldError error() {
        return error;
    }
}
