package org.ashlar.platform.mail.internal.service;

import org.ashlar.platform.mail.internal.in.Intake;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Works on a kept mail again, after the mailbox or what refused it was changed. */
@Component
@ForModel("platform.inboundMail")
@ForAction("retry")
public final class RetryInboundAction implements RecordAction {
    private final Intake intake;

    /** By injection. */
    @Activate
    public RetryInboundAction(@Reference Intake intake) {
        this.intake = intake;
    }

    @Override
    public Object run(ActionCall call) {
        intake.again(call.id());
        return null;
    }
}
