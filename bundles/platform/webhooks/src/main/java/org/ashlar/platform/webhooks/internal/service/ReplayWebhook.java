package org.ashlar.platform.webhooks.internal.service;

import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.platform.webhooks.internal.model.ReplayFrom;
import org.ashlar.platform.webhooks.internal.out.Deliveries;
import org.ashlar.platform.webhooks.internal.out.Dispatcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends the deliveries since a time again, in their order. */
@Component
@ForModel("platform.webhook")
@ForAction("replay")
public final class ReplayWebhook implements RecordAction {
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public ReplayWebhook(@Reference Deliveries deliveries, @Reference Dispatcher dispatcher,
            @Reference Transactions transactions) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
    }

    /** How many go again. */
    public record Replayed(int count) {
    }

    @Override
    public Object run(ActionCall call) {
        ReplayFrom wish = call.body(ReplayFrom.class);
        if (wish.from() == null) {
            throw Problem.rule("from", "platform.webhook.from");
        }
        int count = deliveries.replay(call.id(), wish.from(), Boolean.TRUE.equals(wish.deadOnly()));
        deliveries.fresh(call.id());
        transactions.afterCommit(dispatcher::wake);
        return new Replayed(count);
    }
}
