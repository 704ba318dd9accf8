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

/** Sends a mail again that did not arrive, or waits too long. */
@Component
@ForModel("platform.mail")
@ForAction("retry")
public final class RetryMailAction implements RecordAction {
    private final WaitingMails mails;

    /** By injection. */
    @Activate
    public RetryMailAction(@Reference WaitingMails mails) {
        this.mails = mails;
    }

    @Override
    public Object run(ActionCall call) {
        if (!mails.retry(call.id())) {
            throw Problem.rule("state", "platform.mail.left");
        }
        return null;
    }
}
