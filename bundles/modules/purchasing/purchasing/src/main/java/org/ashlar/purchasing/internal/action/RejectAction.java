package org.ashlar.purchasing.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.purchasing.internal.service.OrderLifecycle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refuses an order. */
@Component
@ForModel("purchasing.order")
@ForAction("reject")
public final class RejectAction implements RecordAction {

    private final OrderLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public RejectAction(@Reference OrderLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Object run(ActionCall call) {
        lifecycle.reject(call.id());
        return null;
    }
}
