package org.ashlar.platform.mail.internal.service;

import org.ashlar.platform.mail.internal.in.Fetching;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks into a mailbox now; what was found shows in {@code lastFetch}, {@code problem} and the mails that came in. */
@Component
@ForModel("platform.mailbox")
@ForAction("fetch")
public final class FetchMailboxAction implements RecordAction {
    private final Fetching fetching;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public FetchMailboxAction(@Reference Fetching fetching, @Reference Transactions transactions) {
        this.fetching = fetching;
        this.transactions = transactions;
    }

    @Override
    public Object run(ActionCall call) {
        transactions.afterCommit(() -> fetching.soon(call.id()));
        return null;
    }
}
