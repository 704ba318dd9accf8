package org.ashlar.platform.webhooks.internal.domain;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts calls by key and minute of the clock, on this node. Thread-safe; keeps few keys. */
public final class Pace {
    private static final int MOST_KEYS = 10_000;

    private final Map<String, long[]> counts = new ConcurrentHashMap<>();
    private final Clock clock;

    /** By a clock. */
    public Pace(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more call is within the bound. */
    public boolean take(String key, int perMinute) {
        long minute = clock.millis() / 60_000;
        if (counts.size() > MOST_KEYS) {
            counts.values().removeIf(c -> c[0] != minute);
        }
        long[] now = counts.compute(key, (k, old) -> old == null || old[0] != minute ? new long[] {minute, 1}
                : new long[] {minute, old[1] + 1});
        return now[1] <= perMinute;
    }
}
