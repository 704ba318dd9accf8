package org.ashlar.purchasing.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.purchasing.internal.service.OrderBilling;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Enters the vendor's credit note for an order. */
@Component
@ForModel("purchasing.order")
@ForAction("credit")
public final class CreditAction implements RecordAction {

    private final OrderBilling billing;

    /** Used by DS. */
    @Activate
    public CreditAction(@Reference OrderBilling billing) {
        this.billing = billing;
    }

    @Override
    public Object run(ActionCall call) {
        BillBody body = call.body() == null ? new BillBody(null, null, null) : call.body(BillBody.class);
        return billing.credit(call.id(), body.wishes(), body.date(), body.reference());
    }
}
