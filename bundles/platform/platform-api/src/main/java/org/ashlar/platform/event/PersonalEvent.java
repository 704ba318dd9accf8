package org.ashlar.platform.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An outbound event for one user's eyes: server-sent events carry it to that user's own connections only, in any company.
 * Implemented by event records.
 */
@ConsumerType
public interface PersonalEvent {

    /** The user that it is for. */
    long userId();
}
