package org.ashlar.platform.records.internal.read;

import java.util.List;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.EntityModel;

/** Refusals of queries. */
final class ReadProblems {

    private ReadProblems() {
    }

    static Problem value(String field, String code, Object... args) {
        FieldError error = FieldError.of(field, code, args);
        return new Problem(ProblemKind.BAD_REQUEST, code, error.args(), List.of(error));
    }

    /** Names what the caller may use: a field that he may not see is as unknown as one that is not there. */
    static Problem unknown(String parameter, Joins joins, String path) {
        EntityModel model = joins.root();
        boolean answer = parameter.equals("fields");
        String known = String.join(", ", model.fields().values().stream().filter(f -> answer
                ? joins.visibility().shown(model, f) : joins.visibility().readable(model, f)).map(FieldInfo::name).toList());
        String code = "platform." + parameter + ".unknownField";
        return new Problem(ProblemKind.BAD_REQUEST, code, List.of(path, known),
                List.of(FieldError.of(path, code, path, known)));
    }
}
