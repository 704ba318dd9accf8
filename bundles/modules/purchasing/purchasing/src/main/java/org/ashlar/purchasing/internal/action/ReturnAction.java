package org.ashlar.purchasing.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.purchasing.internal.service.OrderReceiving;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends goods of an order back to the vendor. */
@Component
@ForModel("purchasing.order")
@ForAction("return")
public final class ReturnAction implements RecordAction {

    private final OrderReceiving receiving;

    /** Used by DS. */
    @Activate
    public ReturnAction(@Reference OrderReceiving receiving) {
        this.receiving = receiving;
    }

    @Override
    public Object run(ActionCall call) {
        ReturnBody body = call.body() == null ? new ReturnBody(null, null, null) : call.body(ReturnBody.class);
        return receiving.sendBack(call.id(), body.wishes(), body.date(), body.reason());
    }
}
