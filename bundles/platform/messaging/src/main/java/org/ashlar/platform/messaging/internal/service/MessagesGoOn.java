package org.ashlar.platform.messaging.internal.service;

import java.time.Duration;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.messaging.internal.out.Post;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** No message is stuck: none is being sent for an hour, none is due for an hour. That none leaves twice is a key of the table. */
@Component
public final class MessagesGoOn implements ConsistencyRule {
    private static final Duration LONG = Duration.ofHours(1);

    private final Post post;
    private final Access access;

    /** By injection. */
    @Activate
    public MessagesGoOn(@Reference Post post, @Reference Access access) {
        this.post = post;
        this.access = access;
    }

    @Override
    public String id() {
        return "messaging.goOn";
    }

    @Override
    public List<Breach> check() {
        return post.outbox().stuck(access.caller().companyId(), LONG).stream()
                .map(s -> new Breach("platform.message", s.id(), s.subject(), "SENT", s.state())).toList();
    }
}
