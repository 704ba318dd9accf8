package org.ashlar.platform.mail.internal.out;

import java.time.Duration;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.outbox.Outbox;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people do with mails that have not left. Thread-safe. */
@Component(service = WaitingMails.class)
public final class WaitingMails {
    private final Sender sender;
    private final Access access;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public WaitingMails(@Reference Sender sender, @Reference Access access,
            @Reference Transactions transactions) {
        this.sender = sender;
        this.access = access;
        this.transactions = transactions;
    }

    /** Lets all that waits in the caller's company try again after the commit. */
    public void hurry() {
        long company = access.caller().companyId();
        transactions.afterCommit(() -> {
            sender.outbox().hurry(company);
        });
    }

    /** Tries one again; {@code false} if it left or is leaving. */
    public boolean retry(long id) {
        transactions.afterCommit(sender.outbox()::wake);
        return sender.outbox().retry(id);
    }

    /** Gives one up; {@code false} if it left or is leaving. */
    public boolean cancel(long id) {
        return sender.outbox().cancel(id);
    }

    /** What has been waiting or leaving for longer than that in the caller's company. */
    public List<Outbox.Stuck> stuck(Duration longer) {
        return sender.outbox().stuck(access.caller().companyId(), longer);
    }
}
