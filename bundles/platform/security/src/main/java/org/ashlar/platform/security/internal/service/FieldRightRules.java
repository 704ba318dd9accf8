package org.ashlar.platform.security.internal.service;

import java.util.Set;
import org.ashlar.platform.access.FieldRight;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.security.internal.model.FieldRightEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of field rights. */
@Component
@ForModel("platform.fieldRight")
public final class FieldRightRules implements RecordRules<FieldRightEntity> {
    private static final Set<String> ALWAYS = Set.of("id", "version");

    private final Restricting restricting;

    /** By injection. */
    @Activate
    public FieldRightRules(@Reference Restricting restricting) {
        this.restricting = restricting;
    }

    @Override
    public void beforeInsert(FieldRightEntity right) {
        check(right);
    }

    @Override
    public void beforeUpdate(FieldRightEntity right, Set<String> changed) {
        restricting.requireOver(right.getLoadedRole());
        check(right);
    }

    @Override
    public void beforeDelete(FieldRightEntity right) {
        restricting.requireOver(right.getRole());
    }

    private void check(FieldRightEntity right) {
        restricting.requireKnown(right.getRole());
        restricting.requireOver(right.getRole());
        FieldInfo field = restricting.model(right.getModel()).field(right.getField()).filter(f -> !f.hidden())
                .orElseThrow(() -> Problem.rule("field", "platform.fieldRight.unknown", right.getField(), right.getModel()));
        if (ALWAYS.contains(field.name()) && right.getRight().compareTo(FieldRight.READ) < 0) {
            throw Problem.rule("field", "platform.fieldRight.always", field.name());
        }
    }
}
