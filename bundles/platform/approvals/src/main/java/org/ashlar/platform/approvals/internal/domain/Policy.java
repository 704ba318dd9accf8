package org.ashlar.platform.approvals.internal.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ashlar.platform.approvals.internal.model.ApproverKind;
import org.ashlar.platform.approvals.internal.model.StepMode;

/**
 * A policy as it is kept in memory.
 *
 * @param id record id
 * @param companyId company
 * @param code code
 * @param title title
 * @param model guarded model
 * @param action guarded action or {@code null}
 * @param toState guarded state or {@code null}
 * @param condition RSQL or {@code null}
 * @param selfApproval whether the requester may approve
 * @param mayAdd whether approvers may add others
 * @param locked fields that stay as they are while a request is pending; empty: all
 * @param increase numbers whose increase asks for a new approval
 * @param change fields whose change asks for a new approval
 * @param steps steps in order
 */
public record Policy(long id, long companyId, String code, String title, String model, String action, String toState,
        String condition, boolean selfApproval, boolean mayAdd, Set<String> locked, Set<String> increase, Set<String> change,
        List<Step> steps) {

    /** Fields that are compared with what was approved. */
    public Set<String> watched() {
        Set<String> watched = new TreeSet<>(increase);
        watched.addAll(change);
        return watched;
    }

    /** Whether a change of these fields has to wait; empty: only lines changed. */
    public boolean locks(Set<String> fields, Set<String> lineFields) {
        if (locked.isEmpty()) {
            return true;
        }
        if (fields.isEmpty()) {
            return locked.stream().anyMatch(lineFields::contains);
        }
        Set<String> watched = watched();
        return fields.stream().anyMatch(f -> locked.contains(f) || watched.contains(f));
    }

    /**
     * One step.
     *
     * @param code code
     * @param title title
     * @param kind how its approvers are found
     * @param approver login, role, group, levels or field
     * @param mode how many must approve
     * @param needed number for {@link StepMode#COUNT}
     * @param condition RSQL or {@code null}
     * @param timeoutHours hours until it escalates, {@code null}: never
     * @param escalateKind how the escalation's approvers are found
     * @param escalateTo as {@code approver}
     */
    public record Step(String code, String title, ApproverKind kind, String approver, StepMode mode, int needed,
            String condition, Integer timeoutHours, ApproverKind escalateKind, String escalateTo) {
    }
}
