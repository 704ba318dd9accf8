package org.ashlar.platform.mail.internal.service;

import org.ashlar.platform.mail.internal.out.WaitingMails;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives up a mail that has not left. */
@Component
@ForModel("platform.mail")
@ForAction("cancel")
public final class CancelMailAction implements RecordAction {
    private final WaitingMails mails;

    /** By injection. */
    @Activate
    public CancelMailAction(@Reference WaitingMails mails) {
        this.mails = mails;
    }

    @Override
    public Object run(ActionCall call) {
        if (!mails.cancel(call.id())) {
            throw Problem.rule("state", "platform.mail.left");
        }
        return null;
    }
}
