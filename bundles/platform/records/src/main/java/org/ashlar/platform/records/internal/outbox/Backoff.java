package org.ashlar.platform.records.internal.outbox;

import java.time.Duration;

/** How long to wait before the next attempt. Pure. */
final class Backoff {
    private static final int[] SECONDS = {10, 20, 60, 120, 300, 600, 1800};
    private static final Duration LONGEST = Duration.ofHours(1);

    private Backoff() {
    }

    /** After so many attempts: seconds at first, an hour in the end. */
    static Duration after(int attempts) {
        return attempts > SECONDS.length ? LONGEST : Duration.ofSeconds(SECONDS[Math.max(1, attempts) - 1]);
    }
}
