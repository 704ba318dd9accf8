package org.ashlar.platform.security.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends a lock-out before its time. */
@Component
@ForModel("platform.user")
@ForAction("unlock")
public final class UnlockAction implements RecordAction {
    private final LockOut lockOut;

    /** By injection. */
    @Activate
    public UnlockAction(@Reference LockOut lockOut) {
        this.lockOut = lockOut;
    }

    @Override
    public Object run(ActionCall call) {
        lockOut.unlock(call.id());
        return null;
    }
}
