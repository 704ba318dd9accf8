package org.ashlar.platform.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reacts to an event inside the publishing transaction; a service with {@link Handles}. May veto by throwing
 * {@link org.ashlar.platform.problem.Problem}. Thread-safe.
 *
 * @param <E> event record
 */
@ConsumerType
public interface DomainEventHandler<E extends Record> {

    /** Called once per event. */
    void on(E event);
}
