package org.ashlar.platform.messaging.internal.service;

import org.ashlar.platform.messaging.internal.out.Post;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends a message again that did not arrive, or waits too long. */
@Component
@ForModel("platform.message")
@ForAction("retry")
public final class RetryMessageAction implements RecordAction {
    private final Post post;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public RetryMessageAction(@Reference Post post, @Reference Transactions transactions) {
        this.post = post;
        this.transactions = transactions;
    }

    @Override
    public Object run(ActionCall call) {
        transactions.afterCommit(post.outbox()::wake);
        if (!post.outbox().retry(call.id())) {
            throw Problem.rule("state", "platform.messaging.left");
        }
        return null;
    }
}
