package org.ashlar.platform.webhooks.internal.domain;

import java.time.Duration;

/** How long a failing receiver is left alone: from ten seconds, doubled each time, to six hours. Pure. */
public final class Waits {
    private static final long FIRST = 10;
    private static final long LONGEST = Duration.ofHours(6).toSeconds();

    private Waits() {
    }

    /** After so many failures in a row. */
    public static Duration after(int failures) {
        int doublings = Math.min(20, Math.max(0, failures - 1));
        return Duration.ofSeconds(Math.min(LONGEST, FIRST << doublings));
    }
}
