package org.ashlar.platform.event;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Sees durable {@link Outbound} events of every type inside the transaction that publishes them, as they are written to
 * the outbox: for whoever must lose none, such as webhooks. A service. Thread-safe.
 */
@ConsumerType
public interface OutboundListener {

    /** Called just before the commit with the events of the transaction, in order; may write, and an exception vetoes. */
    void published(List<Published> events);

    /**
     * An event.
     *
     * @param id outbox id, unique in the installation
     * @param topic topic
     * @param companyId company of the publishing call, 0 if none
     * @param at when
     * @param json the event as JSON
     */
    record Published(long id, String topic, long companyId, Instant at, String json) {
    }
}
