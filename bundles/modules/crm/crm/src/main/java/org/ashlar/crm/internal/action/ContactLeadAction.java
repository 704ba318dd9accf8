package org.ashlar.crm.internal.action;

import org.ashlar.crm.internal.service.LeadLifecycle;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says that somebody talked to the lead. */
@Component
@ForModel("crm.lead")
@ForAction("contact")
public final class ContactLeadAction implements RecordAction {

    private final LeadLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public ContactLeadAction(@Reference LeadLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Object run(ActionCall call) {
        lifecycle.contact(call.id());
        return null;
    }
}
