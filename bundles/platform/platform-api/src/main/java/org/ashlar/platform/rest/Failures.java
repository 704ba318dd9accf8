package org.ashlar.platform.rest;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityNotFoundException;
import javax.persistence.LockTimeoutException;
import javax.persistence.OptimisticLockException;
import javax.persistence.PessimisticLockException;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** Finds what a user can act on inside a chain of causes. */
final class Failures {

    private static final int MAX_DEPTH = 20;
    private static final Set<String> AWAY = Set.of("XSDG1", "XSDG2", "XSLA4", "XJ040", "XJ015", "XJ001", "25502", "25503",
            "25505", "57P01", "57P02", "57P03", "53100", "53300");
    private static final Set<String> BUSY = Set.of("40001", "40P01", "40XL1", "40XL2", "55P03", "57014");

    private Failures() {
    }

    /** The problem, or {@code null} if the failure was not expected. */
    static Problem problem(Throwable failure) {
        Problem found = null;
        int depth = 0;
        for (Throwable t = failure; t != null && depth < MAX_DEPTH; t = t.getCause(), depth++) {
            if (t instanceof Problem problem) {
                return problem;
            }
            for (Throwable suppressed : t.getSuppressed()) {
                if (suppressed instanceof Problem problem) {
                    return problem;
                }
            }
            if (t instanceof OptimisticLockException || t instanceof EntityNotFoundException) {
                found = conflict("platform.record.conflict");
            } else if (t instanceof PessimisticLockException || t instanceof LockTimeoutException) {
                found = conflict("platform.record.busy");
            } else if (t instanceof SQLException sql) {
                Problem specific = sql(sql);
                if (specific != null) {
                    return specific;
                }
            }
        }
        return found;
    }

    private static Problem sql(SQLException failure) {
        int depth = 0;
        for (SQLException e = failure; e != null && depth < MAX_DEPTH; e = e.getNextException(), depth++) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            if (e instanceof SQLTransientConnectionException || state.startsWith("08") || AWAY.contains(state)) {
                return new Problem(ProblemKind.UNAVAILABLE, "platform.database.unavailable", List.of(), List.of());
            }
            if (BUSY.contains(state)) {
                return conflict("platform.record.busy");
            }
            if (state.equals("23505")) {
                return conflict("platform.record.duplicate");
            }
            if (state.equals("23503")) {
                return conflict("platform.record.referenced");
            }
            if (state.equals("22001")) {
                return Problem.of(ProblemKind.RULE, "platform.value.tooLongSomewhere");
            }
            if (state.equals("22003")) {
                return Problem.of(ProblemKind.RULE, "platform.value.tooLargeSomewhere");
            }
        }
        return null;
    }

    private static Problem conflict(String code) {
        return Problem.of(ProblemKind.CONFLICT, code);
    }
}
