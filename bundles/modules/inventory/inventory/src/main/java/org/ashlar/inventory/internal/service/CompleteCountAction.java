package org.ashlar.inventory.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves the differences; answers the adjustment. */
@Component(service = RecordAction.class)
@ForModel("inventory.count")
@ForAction("complete")
public class CompleteCountAction implements RecordAction {

    private final Counts counts;

    /** Carried out by the service. */
    @Activate
    public CompleteCountAction(@Reference Counts counts) {
        this.counts = counts;
    }

    @Override
    public Object run(ActionCall call) {
        return counts.complete(call.id());
    }
}
