package org.ashlar.platform.approvals.internal.service;

import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.model.AbsenceEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody enters his own absences; others' need the permission {@code platform.absence.manage}. */
@Component
@ForModel("platform.absence")
public final class AbsenceRules implements RecordRules<AbsenceEntity> {

    private final Access access;

    /** By injection. */
    @Activate
    public AbsenceRules(@Reference Access access) {
        this.access = access;
    }

    @Override
    public void beforeInsert(AbsenceEntity absence) {
        if (absence.getUser() == null) {
            absence.setUser(access.caller().userId());
        }
        check(absence);
    }

    @Override
    public void beforeUpdate(AbsenceEntity absence, Set<String> changed) {
        check(absence);
    }

    @Override
    public void beforeDelete(AbsenceEntity absence) {
        requireOwn(absence);
    }

    private void check(AbsenceEntity absence) {
        requireOwn(absence);
        if (absence.getLastDay().isBefore(absence.getFirstDay())) {
            throw Problem.rule("lastDay", "platform.absence.days");
        }
        if (absence.getDelegate().equals(absence.getUser())) {
            throw Problem.rule("delegate", "platform.absence.self");
        }
    }

    private void requireOwn(AbsenceEntity absence) {
        if (absence.getUser() != access.caller().userId() && !access.may("platform.absence.manage")) {
            throw Problem.of(ProblemKind.DENIED, "platform.absence.notYours");
        }
    }
}
