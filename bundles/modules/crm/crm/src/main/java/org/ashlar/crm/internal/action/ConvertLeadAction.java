package org.ashlar.crm.internal.action;

import org.ashlar.crm.internal.service.LeadConversion;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a lead a customer. */
@Component
@ForModel("crm.lead")
@ForAction("convert")
public final class ConvertLeadAction implements RecordAction {

    private final LeadConversion conversion;

    /** Used by DS. */
    @Activate
    public ConvertLeadAction(@Reference LeadConversion conversion) {
        this.conversion = conversion;
    }

    @Override
    public Object run(ActionCall call) {
        return conversion.convert(call.id(), call.body() == null ? ConvertBody.NOTHING : call.body(ConvertBody.class));
    }
}
