package org.ashlar.purchasing.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.purchasing.internal.service.OrderLifecycle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes an order short. */
@Component
@ForModel("purchasing.order")
@ForAction("close")
public final class CloseAction implements RecordAction {

    private final OrderLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public CloseAction(@Reference OrderLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Object run(ActionCall call) {
        lifecycle.close(call.id());
        return null;
    }
}
