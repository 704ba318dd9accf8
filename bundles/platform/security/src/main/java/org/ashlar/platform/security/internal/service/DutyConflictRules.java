package org.ashlar.platform.security.internal.service;

import java.util.Set;
import java.util.regex.Pattern;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.security.internal.model.DutyConflictEntity;
import org.osgi.service.component.annotations.Component;

/** Rules of duty conflicts: two different permissions. */
@Component
@ForModel("platform.dutyConflict")
public final class DutyConflictRules implements RecordRules<DutyConflictEntity> {
    private static final Pattern PERMISSION = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*(\\.([a-zA-Z][a-zA-Z0-9-]*|\\*))+");

    @Override
    public void beforeInsert(DutyConflictEntity conflict) {
        check(conflict);
    }

    @Override
    public void beforeUpdate(DutyConflictEntity conflict, Set<String> changed) {
        check(conflict);
    }

    private static void check(DutyConflictEntity conflict) {
        require("first", conflict.getFirst());
        require("second", conflict.getSecond());
        if (conflict.getFirst().equals(conflict.getSecond())) {
            throw Problem.rule("second", "platform.dutyConflict.same");
        }
    }

    private static void require(String field, String permission) {
        if (!PERMISSION.matcher(permission).matches()) {
            throw Problem.rule(field, "platform.role.grant", permission);
        }
    }
}
