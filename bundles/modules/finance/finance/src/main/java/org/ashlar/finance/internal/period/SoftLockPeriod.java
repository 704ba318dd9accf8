package org.ashlar.finance.internal.period;

import org.ashlar.finance.internal.model.PeriodState;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locks a period for all but callers with {@code finance.period.postSoftLocked}. */
@Component(service = RecordAction.class)
@ForModel("finance.period")
@ForAction("softLock")
public final class SoftLockPeriod implements RecordAction {

    private final PeriodLocks locks;

    /** Injected. */
    @Activate
    public SoftLockPeriod(@Reference PeriodLocks locks) {
        this.locks = locks;
    }

    @Override
    public Object run(ActionCall call) {
        return locks.change(call, PeriodState.SOFT_LOCKED);
    }
}
