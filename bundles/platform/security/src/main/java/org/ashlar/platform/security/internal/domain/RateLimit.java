package org.ashlar.platform.security.internal.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Limits attempts per key: a bucket that refills evenly. Remembers the keys used last; thread-safe. */
public final class RateLimit {
    private static final int KEYS = 10_000;

    private final Clock clock;
    private final int attempts;
    private final long window;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    /** At most {@code attempts} at once; as many again per {@code window}. */
    public RateLimit(Clock clock, int attempts, Duration window) {
        this.clock = clock;
        this.attempts = attempts;
        this.window = window.toMillis();
    }

    /** Takes one attempt. Returns 0 if it is allowed, else after how many seconds the next one is. */
    public synchronized long take(String key) {
        long now = clock.millis();
        Bucket bucket = buckets.computeIfAbsent(key, k -> new Bucket(attempts, now));
        bucket.left = Math.min(attempts, bucket.left + Math.max(0, now - bucket.at) * (double) attempts / window);
        bucket.at = now;
        if (bucket.left >= 1) {
            bucket.left -= 1;
            return 0;
        }
        return (long) Math.ceil((1 - bucket.left) * window / attempts / 1000);
    }

    /** Forgets the key's attempts, after a success. */
    public synchronized void reset(String key) {
        buckets.remove(key);
    }

    private static final class Bucket {
        private double left;
        private long at;

        Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }
    }
}
