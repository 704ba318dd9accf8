package org.ashlar.finance.internal.period;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.ashlar.finance.internal.ledger.PeriodGate;
import org.ashlar.finance.internal.model.PeriodEntity;
import org.ashlar.finance.internal.model.PeriodState;
import org.ashlar.finance.internal.service.LockReason;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes the lock of a period while nobody posts into it. The time of the lock is taken once posters are out. */
@Component(service = PeriodLocks.class)
public final class PeriodLocks {

    private final PeriodGate gate;
    private final EntityStore store;
    private final Clock clock;

    /** Injected. */
    @Activate
    public PeriodLocks(@Reference PeriodGate gate, @Reference EntityStore store, @Reference Clock clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    /** Locks or opens a period in the running transaction; answers its new state. */
    String change(ActionCall call, PeriodState wanted) {
        LockReason body = call.body() == null ? new LockReason(null) : call.body(LockReason.class);
        gate.close(call.id());
        PeriodEntity period = store.lock(PeriodEntity.class, call.id());
        if (period.getState() == wanted) {
            throw Problem.rule("state", "finance.period.already." + wanted.name(), period.getName());
        }
        boolean reopens = period.getState() == PeriodState.LOCKED;
        if (reopens && (body.reason() == null || body.reason().isBlank())) {
            throw Problem.rule("reason", "finance.period.reasonMissing", period.getName());
        }
        period.setState(wanted);
        period.setLockedAt(wanted == PeriodState.OPEN ? null : clock.instant().truncatedTo(ChronoUnit.MILLIS));
        period.setReason(body.reason());
        return wanted.name();
    }
}
