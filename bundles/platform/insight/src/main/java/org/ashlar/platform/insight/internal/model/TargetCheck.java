package org.ashlar.platform.insight.internal.model;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** What views and tiles have in common. */
final class TargetCheck {

    private TargetCheck() {
    }

    static void model(Catalog catalog, String field, String model) {
        if (catalog.find(model).isEmpty()) {
            throw Problem.rule(field, "platform.model.unknown", model);
        }
    }

    static void owner(Access access, Owned view, String permission) {
        long user = access.caller().userId();
        if (user != 0 && (view.getOwner() == null || view.getOwner() != user) && !access.may(permission)) {
            throw Problem.of(ProblemKind.DENIED, "platform.insight.owner");
        }
    }
}
