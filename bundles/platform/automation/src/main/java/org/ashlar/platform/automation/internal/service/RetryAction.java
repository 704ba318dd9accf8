package org.ashlar.platform.automation.internal.service;

import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries the effects of a failed run again. A run whose save was refused has none: save the record again instead. */
@Component
@ForModel("platform.automationRun")
@ForAction("retry")
public final class RetryAction implements RecordAction {

    private final Runs runs;
    private final Effects effects;
    private final Transactions transactions;
    private final Access access;

    /** By injection. */
    @Activate
    public RetryAction(@Reference Runs runs, @Reference Effects effects, @Reference Transactions transactions,
            @Reference Access access) {
        this.runs = runs;
        this.effects = effects;
        this.transactions = transactions;
        this.access = access;
    }

    @Override
    public Object run(ActionCall call) {
        if (!runs.again(call.id())) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.automation.notFailed");
        }
        long company = access.caller().companyId();
        transactions.afterCommit(() -> effects.bringAbout(call.id(), company));
        return null;
    }
}
