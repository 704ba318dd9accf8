package org.ashlar.platform.automation.internal.service;

import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.automation.internal.model.TestRule;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what a rule would do to a record, without doing it. */
@Component
@ForModel("platform.automationRule")
@ForAction("test")
public final class TestAction implements RecordAction {

    private final RuleIndex index;
    private final Preview preview;

    /** By injection. */
    @Activate
    public TestAction(@Reference RuleIndex index, @Reference Preview preview) {
        this.index = index;
        this.preview = preview;
    }

    @Override
    public Object run(ActionCall call) {
        Rule rule = index.find(call.id()).orElseThrow(() -> Problem.notFound(call.model(), call.id()));
        Long record = call.body(TestRule.class).record();
        if (record == null) {
            throw Problem.rule("record", "platform.value.required");
        }
        return preview.of(rule, record);
    }
}
