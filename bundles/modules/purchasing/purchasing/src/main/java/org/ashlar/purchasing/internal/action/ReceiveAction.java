package org.ashlar.purchasing.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.purchasing.internal.service.OrderReceiving;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receives goods and services of an order. */
@Component
@ForModel("purchasing.order")
@ForAction("receive")
public final class ReceiveAction implements RecordAction {

    private final OrderReceiving receiving;

    /** Used by DS. */
    @Activate
    public ReceiveAction(@Reference OrderReceiving receiving) {
        this.receiving = receiving;
    }

    @Override
    public Object run(ActionCall call) {
        ReceiveBody body = call.body() == null ? new ReceiveBody(null, null) : call.body(ReceiveBody.class);
        return receiving.receive(call.id(), body.wishes(), body.rejected(), body.date());
    }
}
