package org.ashlar.platform.kernel.internal.node;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The other nodes that were heard of lately, by this node's own monotonic time. Thread-safe. */
final class Peers {

    static final Duration FORGOTTEN = Duration.ofSeconds(45);

    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    /** Notes that a node was heard of; {@code true} if it was not known: it may have missed what was not sent meanwhile. */
    boolean heard(String node, long now) {
        expire(now);
        return heard.put(node, now) == null;
    }

    void gone(String node) {
        heard.remove(node);
    }

    void expire(long now) {
        heard.values().removeIf(at -> now - at > FORGOTTEN.toNanos());
    }

    boolean any() {
        return !heard.isEmpty();
    }
}
