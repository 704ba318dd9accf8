package org.ashlar.crm.internal.action;

import org.ashlar.crm.internal.service.LeadLifecycle;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says that the lead is worth the effort. */
@Component
@ForModel("crm.lead")
@ForAction("qualify")
public final class QualifyLeadAction implements RecordAction {

    private final LeadLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public QualifyLeadAction(@Reference LeadLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Object run(ActionCall call) {
        lifecycle.qualify(call.id());
        return null;
    }
}
