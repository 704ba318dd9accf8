package org.ashlar.sales.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.sales.internal.service.OrderFulfilment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans a delivery for the warehouse. */
@Component
@ForModel("sales.order")
@ForAction("planDelivery")
public final class PlanDeliveryAction implements RecordAction {

    private final OrderFulfilment fulfilment;

    /** Used by DS. */
    @Activate
    public PlanDeliveryAction(@Reference OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public Object run(ActionCall call) {
        QuantitiesBody body = call.body() == null ? new QuantitiesBody(null, null) : call.body(QuantitiesBody.class);
        return fulfilment.plan(call.id(), body.wishes(), body.date());
    }
}
