package org.ashlar.crm.internal.action;

import org.ashlar.crm.internal.service.LeadLifecycle;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a lost lead up again. */
@Component
@ForModel("crm.lead")
@ForAction("reopen")
public final class ReopenLeadAction implements RecordAction {

    private final LeadLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public ReopenLeadAction(@Reference LeadLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Object run(ActionCall call) {
        lifecycle.reopen(call.id());
        return null;
    }
}
