package org.ashlar.platform.notify;

import org.osgi.annotation.versioning.ProviderType;

/** Tells users something: kept for the app, and passed to each channel that the user wants. Thread-safe. */
@ProviderType
public interface Notifications {

    /**
     * Stores the notice for each of its users inside the running (or a new) transaction; channels get it after commit.
     * Users that may not read the record are left out.
     */
    void send(Notice notice);
}
