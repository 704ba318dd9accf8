package org.ashlar.platform.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Publishes typed events. Every {@link DomainEventHandler} for the event's class runs at once, in this transaction, by
 * service ranking (highest first); an exception of a handler undoes the transaction. An event type with {@link Outbound} is also written to the
 * outbox in the same transaction and delivered after commit at least once (EventAdmin, server-sent events). Thread-safe.
 */
@ProviderType
public interface Events {

    /** Publishes; must run inside a transaction. */
    void publish(Record event);
}
