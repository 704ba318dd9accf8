package org.ashlar.platform.approvals.internal.service;

import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.model.TestPolicy;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which steps a record would go through and who would decide them, if the caller asked; nothing is done. */
@Component
@ForModel("platform.approvalPolicy")
@ForAction("test")
public final class TestPolicyAction implements RecordAction {

    private final PolicyIndex policies;
    private final Documents documents;
    private final Approvers approvers;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public TestPolicyAction(@Reference PolicyIndex policies, @Reference Documents documents, @Reference Approvers approvers,
            @Reference Messages messages, @Reference Access access) {
        this.policies = policies;
        this.documents = documents;
        this.approvers = approvers;
        this.messages = messages;
        this.access = access;
    }

    /**
     * Outcome of a try.
     *
     * @param needed whether the record needs this approval
     * @param steps what would become of each step
     */
    public record Outcome(boolean needed, List<Step> steps) {
    }

    /**
     * One step.
     *
     * @param code code
     * @param title title
     * @param asked whether its condition matches
     * @param approvers names of those who would decide
     * @param problem why nobody could be asked, {@code null} if all is well
     */
    public record Step(String code, String title, boolean asked, List<String> approvers, String problem) {
    }

    @Override
    public Object run(ActionCall call) {
        Policy policy = policies.find(call.id()).orElseThrow(() -> Problem.notFound(call.model(), call.id()));
        Long record = call.body(TestPolicy.class).record();
        if (record == null) {
            throw Problem.rule("record", "platform.value.required");
        }
        if (!documents.readable(access.caller(), policy.model(), record)) {
            throw Problem.notFound(policy.model(), record);
        }
        boolean needed = documents.matches(policy.model(), record, policy.condition());
        List<Step> steps = new ArrayList<>();
        for (Policy.Step step : policy.steps()) {
            boolean asked = needed && documents.matches(policy.model(), record, step.condition());
            steps.add(asked ? asked(policy, step, record) : new Step(step.code(), step.title(), false, List.of(), null));
        }
        return new Outcome(needed, steps);
    }

    private Step asked(Policy policy, Policy.Step step, long record) {
        try {
            List<String> names = approvers.of(policy, step, access.caller().userId(), record).stream().map(approvers::name).toList();
            return new Step(step.code(), step.title(), true, names, null);
        } catch (Problem nobody) {
            FieldError error = nobody.errors().isEmpty() ? null : nobody.errors().get(0);
            return new Step(step.code(), step.title(), true, List.of(), error == null
                    ? messages.text(access.caller().locale(), nobody.code(), nobody.args())
                    : messages.text(access.caller().locale(), error.code(), error.args()));
        }
    }
}
