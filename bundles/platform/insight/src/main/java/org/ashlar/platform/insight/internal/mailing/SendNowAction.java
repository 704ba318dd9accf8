package org.ashlar.platform.insight.internal.mailing;

import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends a scheduled report at once, to all its recipients. Thread-safe. */
@Component
@ForModel("platform.scheduledReport")
@ForAction("sendNow")
public final class SendNowAction implements RecordAction {

    private final Mailings mailings;
    private final Dispatch dispatch;

    /** By injection. */
    @Activate
    public SendNowAction(@Reference Mailings mailings, @Reference Dispatch dispatch) {
        this.mailings = mailings;
        this.dispatch = dispatch;
    }

    @Override
    public Object run(ActionCall call) {
        Mailing mailing = mailings.find(call.id());
        if (mailing == null) {
            throw Problem.notFound(call.model(), call.id());
        }
        return dispatch.now(mailing);
    }
}
