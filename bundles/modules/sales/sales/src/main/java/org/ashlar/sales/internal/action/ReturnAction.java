package org.ashlar.sales.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.sales.internal.service.OrderFulfilment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes goods of an order back. */
@Component
@ForModel("sales.order")
@ForAction("return")
public final class ReturnAction implements RecordAction {

    private final OrderFulfilment fulfilment;

    /** Used by DS. */
    @Activate
    public ReturnAction(@Reference OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public Object run(ActionCall call) {
        ReturnBody body = call.body() == null ? new ReturnBody(null, null, null) : call.body(ReturnBody.class);
        return fulfilment.takeBack(call.id(), body.wishes(), body.date(), body.reason());
    }
}
