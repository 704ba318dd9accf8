package org.ashlar.purchasing.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.purchasing.internal.service.OrderLifecycle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives an order up. */
@Component
@ForModel("purchasing.order")
@ForAction("cancel")
public final class CancelAction implements RecordAction {

    private final OrderLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public CancelAction(@Reference OrderLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Object run(ActionCall call) {
        lifecycle.cancel(call.id());
        return null;
    }
}
