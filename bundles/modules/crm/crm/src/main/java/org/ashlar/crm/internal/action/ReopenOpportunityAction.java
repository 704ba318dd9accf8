package org.ashlar.crm.internal.action;

import org.ashlar.crm.internal.service.OpportunityLifecycle;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a decided deal up again. */
@Component
@ForModel("crm.opportunity")
@ForAction("reopen")
public final class ReopenOpportunityAction implements RecordAction {

    private final OpportunityLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public ReopenOpportunityAction(@Reference OpportunityLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Object run(ActionCall call) {
        lifecycle.reopen(call.id());
        return null;
    }
}
