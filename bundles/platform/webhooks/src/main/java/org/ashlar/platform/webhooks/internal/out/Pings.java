package org.ashlar.platform.webhooks.internal.out;

import java.time.Clock;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Events that say nothing but that they arrived. Thread-safe. */
@Component(service = Pings.class)
public final class Pings {
    private final Deliveries deliveries;
    private final Payloads payloads;
    private final Dispatcher dispatcher;
    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Pings(@Reference Deliveries deliveries, @Reference Payloads payloads, @Reference Dispatcher dispatcher,
            @Reference Transactions transactions, @Reference Access access, @Reference Clock clock) {
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** Sends one to a webhook of the caller's company, inside the running transaction. */
    public void send(long webhook) {
        long company = access.caller().companyId();
        String id = "p" + deliveries.seq();
        deliveries.add(webhook, company, id, "ping", payloads.event(id, "ping", company, clock.instant(), "{}"));
        deliveries.fresh(webhook);
        transactions.afterCommit(dispatcher::wake);
    }
}
