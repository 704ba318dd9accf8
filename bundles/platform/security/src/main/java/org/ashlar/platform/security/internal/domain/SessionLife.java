package org.ashlar.platform.security.internal.domain;

import java.time.Duration;
import java.time.Instant;

/** How long a session lives. */
public final class SessionLife {
    /** Longest pause between two requests. */
    public static final Duration IDLE = Duration.ofMinutes(30);
    /** Longest life in all. */
    public static final Duration ABSOLUTE = Duration.ofHours(12);

    private SessionLife() {
    }

    /** Whether a session may still be used. */
    public static boolean alive(Instant createdAt, Instant lastSeenAt, Instant now) {
        return now.isBefore(createdAt.plus(ABSOLUTE)) && !now.isAfter(lastSeenAt.plus(IDLE));
    }
}
