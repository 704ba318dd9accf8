package org.ashlar.platform.outbox;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** An outbox that is looked after, until it is closed. Thread-safe. */
@ProviderType
public interface Outbox extends AutoCloseable {

    /** Looks for what is due soon; called after the commit that wrote it. */
    void wake();

    /** By hand: from any end without success back into the queue; {@code false} if it left or is leaving. */
    boolean retry(long id);

    /** By hand: gives one up; {@code false} if it left or is leaving. */
    boolean cancel(long id);

    /** Lets all that waits for one way out try at once, because that was changed. */
    void hurry(long way);

    /** What of a company is stuck: held or due for longer than that; the first thousand. */
    List<Stuck> stuck(long company, Duration longer);

    /** Something that is stuck, with its subject and state. */
    record Stuck(long id, String subject, String state) {
    }

    /** Waits a few seconds for what is being carried. */
    @Override
    void close();
}
