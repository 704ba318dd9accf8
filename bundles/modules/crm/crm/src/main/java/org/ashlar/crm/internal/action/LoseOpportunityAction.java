package org.ashlar.crm.internal.action;

import org.ashlar.crm.internal.service.OpportunityLifecycle;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes a deal that was lost, with the reason. */
@Component
@ForModel("crm.opportunity")
@ForAction("lose")
public final class LoseOpportunityAction implements RecordAction {

    private final OpportunityLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public LoseOpportunityAction(@Reference OpportunityLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Object run(ActionCall call) {
        lifecycle.lose(call.id(), LoseBody.of(call));
        return null;
    }
}
