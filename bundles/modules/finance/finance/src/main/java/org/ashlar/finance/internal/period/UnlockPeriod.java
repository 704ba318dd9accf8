package org.ashlar.finance.internal.period;

import org.ashlar.finance.internal.model.PeriodState;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a locked period again. */
@Component(service = RecordAction.class)
@ForModel("finance.period")
@ForAction("unlock")
public final class UnlockPeriod implements RecordAction {

    private final PeriodLocks locks;

    /** Injected. */
    @Activate
    public UnlockPeriod(@Reference PeriodLocks locks) {
        this.locks = locks;
    }

    @Override
    public Object run(ActionCall call) {
        return locks.change(call, PeriodState.OPEN);
    }
}
