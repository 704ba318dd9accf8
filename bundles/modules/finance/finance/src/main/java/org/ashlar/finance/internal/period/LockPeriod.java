package org.ashlar.finance.internal.period;

import org.ashlar.finance.internal.model.PeriodState;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locks a period for everybody. */
@Component(service = RecordAction.class)
@ForModel("finance.period")
@ForAction("lock")
public final class LockPeriod implements RecordAction {

    private final PeriodLocks locks;

    /** Injected. */
    @Activate
    public LockPeriod(@Reference PeriodLocks locks) {
        this.locks = locks;
    }

    @Override
    public Object run(ActionCall call) {
        return locks.change(call, PeriodState.LOCKED);
    }
}
