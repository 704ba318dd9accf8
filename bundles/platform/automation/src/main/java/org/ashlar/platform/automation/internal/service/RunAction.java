package org.ashlar.platform.automation.internal.service;

import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.automation.internal.model.RuleTrigger;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs a rule by schedule at once; answers for how many records. */
@Component
@ForModel("platform.automationRule")
@ForAction("run")
public final class RunAction implements RecordAction {

    private final RuleIndex index;
    private final Clockwork clockwork;

    /** By injection. */
    @Activate
    public RunAction(@Reference RuleIndex index, @Reference Clockwork clockwork) {
        this.index = index;
        this.clockwork = clockwork;
    }

    @Override
    public Object run(ActionCall call) {
        Rule rule = index.find(call.id()).orElseThrow(() -> Problem.notFound(call.model(), call.id()));
        if (rule.trigger() != RuleTrigger.SCHEDULE) {
            throw Problem.rule("trigger", "platform.automation.notScheduled");
        }
        return clockwork.now(rule);
    }
}
