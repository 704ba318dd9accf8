package org.ashlar.platform.node;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Short texts from node to node through the common database. A service only where the database can do it; for the platform's
 * own use, others take {@link OtherNodes}. Thread-safe.
 */
@ProviderType
public interface Signals {

    /** Bytes of UTF-8 that a text may have. */
    int LIMIT = 7_900;

    /** Sends texts in this order, in a transaction of its own. The sender hears them too. */
    void send(List<String> texts);

    /** Begins to listen, on a connection of its own. */
    Line open();

    /** A listening connection, for one thread. */
    interface Line extends AutoCloseable {

        /**
         * What was sent since the last call; waits for the first, but not longer than given.
         *
         * @throws IllegalStateException if the connection is lost: what comes in between is missed
         */
        List<String> await(Duration atMost);

        @Override
        void close();
    }
}
