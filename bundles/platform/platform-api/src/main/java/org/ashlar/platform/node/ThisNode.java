package org.ashlar.platform.node;

import org.osgi.annotation.versioning.ProviderType;

/** This node among those of one database. Thread-safe. */
@ProviderType
public interface ThisNode {

    /** Its name, the same over restarts, so that a starting node may take back at once what it held before. */
    String name();

    /** Whether it is the copy of a rehearsal, which holds the real queues that the real installation works off. */
    boolean rehearsal();
}
