package org.ashlar.platform.approvals.internal.service;

import java.util.HashSet;
import java.util.Set;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.approvals.internal.model.ApproverKind;
import org.ashlar.platform.approvals.internal.model.PolicyEntity;
import org.ashlar.platform.approvals.internal.model.PolicyStepEntity;
import org.ashlar.platform.approvals.internal.model.StepMode;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A policy names things that exist: its mistakes are told when it is saved, not when somebody needs an approval. */
@Component
@ForModel("platform.approvalPolicy")
public final class PolicyRules implements RecordRules<PolicyEntity> {

    private static final int PRIORITY = 100;
    private static final int MAX_STEPS = 20;
    private static final int MAX_LEVELS = 10;
    private static final int MAX_HOURS = 8760;

    private final Documents documents;
    private final Users users;
    private final Sql sql;

    /** By injection. */
    @Activate
    public PolicyRules(@Reference Documents documents, @Reference Users users, @Reference Sql sql) {
        this.documents = documents;
        this.users = users;
        this.sql = sql;
    }

    @Override
    public void beforeInsert(PolicyEntity policy) {
        if (policy.getPriority() == null) {
            policy.setPriority(PRIORITY);
        }
        check(policy);
    }

    @Override
    public void beforeUpdate(PolicyEntity policy, Set<String> changed) {
        check(policy);
    }

    @Override
    public void beforeDelete(PolicyEntity policy) {
        if (sql.any(db -> db.fetchOptional("select min(id) from platform_approval_request where policy_id = ?", policy.getId()))
                .map(row -> row.get(0)).isPresent()) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.approval.policyUsed");
        }
    }

    private void check(PolicyEntity policy) {
        ModelInfo model = documents.model(policy.getModel());
        boolean noAction = blank(policy.getAction());
        if (noAction && blank(policy.getToState())) {
            throw Problem.rule("action", "platform.approval.guardsNothing");
        }
        if (!noAction) {
            ActionInfo action = model.actions().stream().filter(a -> a.name().equals(policy.getAction())).findFirst()
                    .orElseThrow(() -> Problem.rule("action", "platform.approval.unknownAction", policy.getAction()));
            if (action.secret()) {
                throw Problem.rule("action", "platform.approval.secretAction", policy.getAction());
            }
        }
        if (!blank(policy.getToState()) && model.fields().stream().filter(FieldInfo::state)
                .noneMatch(f -> f.options().contains(policy.getToState()))) {
            throw Problem.rule("toState", "platform.approval.unknownState", policy.getToState());
        }
        documents.requireCondition(policy.getModel(), policy.getCondition(), "condition");
        fields(model, policy.getLockedFields(), "lockedFields", false);
        fields(model, policy.getIncreaseFields(), "increaseFields", true);
        fields(model, policy.getChangeFields(), "changeFields", false);
        steps(policy);
    }

    private static void fields(ModelInfo model, String names, String at, boolean numbers) {
        if (PolicyIndex.names(names).size() > MAX_STEPS) {
            throw Problem.rule(at, "platform.approval.fields", MAX_STEPS);
        }
        for (String name : PolicyIndex.names(names)) {
            FieldInfo field = model.field(name).filter(f -> !f.hidden())
                    .orElseThrow(() -> Problem.rule(at, "platform.approval.unknownField", name));
            if (numbers && field.type() != FieldType.DECIMAL && field.type() != FieldType.INTEGER) {
                throw Problem.rule(at, "platform.approval.notNumber", name);
            }
        }
    }

    private void steps(PolicyEntity policy) {
        if (policy.getSteps().isEmpty() || policy.getSteps().size() > MAX_STEPS) {
            throw Problem.rule("steps", "platform.approval.steps", MAX_STEPS);
        }
        Set<String> codes = new HashSet<>();
        int i = 0;
        for (PolicyStepEntity step : policy.getSteps()) {
            String at = "steps[" + i++ + "].";
            if (step.getPosition() == null) {
                step.setPosition(i);
            }
            if (blank(step.getCode())) {
                step.setCode("step" + i);
            }
            if (!codes.add(step.getCode())) {
                throw Problem.rule(at + "code", "platform.approval.sameCode", step.getCode());
            }
            documents.requireCondition(policy.getModel(), step.getCondition(), at + "condition");
            approver(policy, step.getApproverKind(), step.getApprover(), at + "approver");
            if (step.getMode() == StepMode.COUNT && (step.getNeeded() == null || step.getNeeded() < 1)) {
                throw Problem.rule(at + "needed", "platform.approval.needed");
            }
            if (step.getTimeoutHours() != null) {
                if (step.getTimeoutHours() < 1 || step.getTimeoutHours() > MAX_HOURS) {
                    throw Problem.rule(at + "timeoutHours", "platform.approval.hours", MAX_HOURS);
                }
                if (step.getEscalateKind() == null) {
                    throw Problem.rule(at + "escalateKind", "platform.approval.escalateTo");
                }
                approver(policy, step.getEscalateKind(), step.getEscalateTo(), at + "escalateTo");
            }
        }
    }

    private void approver(PolicyEntity policy, ApproverKind kind, String value, String at) {
        if (kind == ApproverKind.MANAGER) {
            try {
                int levels = Approvers.levels(value);
                if (levels < 1 || levels > MAX_LEVELS) {
                    throw Problem.rule(at, "platform.approval.levels", MAX_LEVELS);
                }
            } catch (NumberFormatException e) {
                throw Problem.rule(at, "platform.approval.levels", MAX_LEVELS);
            }
        } else if (blank(value)) {
            throw Problem.rule(at, "platform.value.required");
        } else if (kind == ApproverKind.USER && users.find(value).isEmpty()) {
            throw Problem.rule(at, "platform.approval.unknownUser", value);
        } else if (kind == ApproverKind.FIELD) {
            documents.requireCondition(policy.getModel(), value + "=null=true", at);
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
