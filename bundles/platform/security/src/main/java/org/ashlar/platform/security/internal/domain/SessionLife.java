package org.ashlar.platform.security.internal.domain;

import java.time.Duration;
import java.time.Instant;

/** How long a session lives. */
public final class SessionLife {
    /** Longest pause between two requests unless the policy says otherwise. */
    public static final Duration IDLE = Duration.ofMinutes(30);
    /** Longest life in all unless the policy says otherwise. */
    public static final Duration ABSOLUTE = Duration.ofHours(12);
    /** How long somebody has for the second step. */
    public static final Duration PENDING = Duration.ofMinutes(10);

    private SessionLife() {
    }

    /** Whether a session may still be used. */
    public static boolean alive(Policy policy, Instant createdAt, Instant lastSeenAt, Instant now) {
        return now.isBefore(createdAt.plus(policy.absolute())) && !now.isAfter(lastSeenAt.plus(policy.idle()));
    }
}
