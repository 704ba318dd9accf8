package org.ashlar.crm.internal.service;

import java.util.List;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** What was found wrong with a record, told at once. */
final class Findings {

    private Findings() {
    }

    /** Refuses with all that was found, the first one in front; nothing found is fine. */
    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Problem(ProblemKind.RULE, errors.get(0).code(), errors.get(0).args(), errors);
        }
    }
}
