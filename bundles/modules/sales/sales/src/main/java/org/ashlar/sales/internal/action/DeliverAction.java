package org.ashlar.sales.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.sales.internal.service.OrderFulfilment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Delivers goods and services of an order. */
@Component
@ForModel("sales.order")
@ForAction("deliver")
public final class DeliverAction implements RecordAction {

    private final OrderFulfilment fulfilment;

    /** Used by DS. */
    @Activate
    public DeliverAction(@Reference OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public Object run(ActionCall call) {
        QuantitiesBody body = call.body() == null ? new QuantitiesBody(null, null) : call.body(QuantitiesBody.class);
        return fulfilment.deliver(call.id(), body.wishes(), body.date());
    }
}
