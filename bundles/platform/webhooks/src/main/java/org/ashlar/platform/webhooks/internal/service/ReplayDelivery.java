package org.ashlar.platform.webhooks.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.platform.webhooks.internal.out.Deliveries;
import org.ashlar.platform.webhooks.internal.out.Dispatcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends one delivery again. */
@Component
@ForModel("platform.webhookDelivery")
@ForAction("replay")
public final class ReplayDelivery implements RecordAction {
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public ReplayDelivery(@Reference Deliveries deliveries, @Reference Dispatcher dispatcher,
            @Reference Transactions transactions) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
    }

    @Override
    public Object run(ActionCall call) {
        deliveries.replay(call.id()).ifPresent(deliveries::fresh);
        transactions.afterCommit(dispatcher::wake);
        return null;
    }
}
