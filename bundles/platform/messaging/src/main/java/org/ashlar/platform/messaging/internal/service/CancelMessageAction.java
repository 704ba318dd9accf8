package org.ashlar.platform.messaging.internal.service;

import org.ashlar.platform.messaging.internal.out.Post;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives up a message that has not left. */
@Component
@ForModel("platform.message")
@ForAction("cancel")
public final class CancelMessageAction implements RecordAction {
    private final Post post;

    /** By injection. */
    @Activate
    public CancelMessageAction(@Reference Post post) {
        this.post = post;
    }

    @Override
    public Object run(ActionCall call) {
        if (!post.outbox().cancel(call.id())) {
            throw Problem.rule("state", "platform.messaging.left");
        }
        return null;
    }
}
