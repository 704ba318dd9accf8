package org.ashlar.inventory.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a counting sheet up. */
@Component(service = RecordAction.class)
@ForModel("inventory.count")
@ForAction("cancel")
public class CancelCountAction implements RecordAction {

    private final Counts counts;

    /** Carried out by the service. */
    @Activate
    public CancelCountAction(@Reference Counts counts) {
        this.counts = counts;
    }

    @Override
    public Object run(ActionCall call) {
        counts.cancel(call.id());
        return null;
    }
}
