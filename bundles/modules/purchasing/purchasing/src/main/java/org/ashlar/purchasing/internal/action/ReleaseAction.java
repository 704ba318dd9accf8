package org.ashlar.purchasing.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.purchasing.internal.service.OrderBilling;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accepts a variance of a bill. */
@Component
@ForModel("purchasing.order")
@ForAction("releaseVariance")
public final class ReleaseAction implements RecordAction {

    private final OrderBilling billing;

    /** Used by DS. */
    @Activate
    public ReleaseAction(@Reference OrderBilling billing) {
        this.billing = billing;
    }

    @Override
    public Object run(ActionCall call) {
        ReleaseBody body = call.body() == null ? new ReleaseBody(null, null) : call.body(ReleaseBody.class);
        billing.release(call.id(), body);
        return null;
    }
}
