package org.ashlar.platform.module;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that must have happened before the suite calls itself ready ({@code /api/v1/health/ready}): a first
 * administrator prepared, demo data loaded. Registered as a service from the start of its bundle. Thread-safe, quick.
 */
@ConsumerType
public interface Readiness {

    /** Stable id, for example {@code security.firstStart}. */
    String id();

    /** Whether it has happened. A failure that was reported counts as happened, so that one fault does not hide the rest. */
    boolean ready();
}
