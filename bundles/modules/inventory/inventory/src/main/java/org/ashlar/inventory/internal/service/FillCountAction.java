package org.ashlar.inventory.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists what should be there; answers the number of lines added. */
@Component(service = RecordAction.class)
@ForModel("inventory.count")
@ForAction("fill")
public class FillCountAction implements RecordAction {

    private final Counts counts;

    /** Carried out by the service. */
    @Activate
    public FillCountAction(@Reference Counts counts) {
        this.counts = counts;
    }

    @Override
    public Object run(ActionCall call) {
        return counts.fill(call.id());
    }
}
