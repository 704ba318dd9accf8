package org.ashlar.platform.security.internal.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each key may come: an even flow with bursts of a whole minute's share. Holds one number per key (generic cell
 * rate), so that a hot request costs one look-up and one compare-and-set. Thread-safe.
 *
 * @param <K> key
 */
public final class Pace<K> {
    private static final long MINUTE = 60_000_000_000L;
    private static final int KEYS = 20_000;

    private final Map<K, AtomicLong> due = new ConcurrentHashMap<>();

    /**
     * Counts one request.
     *
     * @param perMinute how many a minute, 0 or less for no limit
     * @param nanos present time in nanoseconds that never goes back
     * @return 0 if it is allowed, else the seconds until the next one is
     */
    public long take(K key, int perMinute, long nanos) {
        if (perMinute <= 0) {
            return 0;
        }
        AtomicLong cell = due.get(key);
        if (cell == null) {
            cell = create(key, nanos);
        }
        long share = MINUTE / perMinute;
        while (true) {
            long before = cell.get();
            long base = Math.max(before, nanos);
            if (base + share - nanos > MINUTE) {
                return Math.max(1, (base + share - nanos - MINUTE + 999_999_999L) / 1_000_000_000L);
            }
            if (cell.compareAndSet(before, base + share)) {
                return 0;
            }
        }
    }

    private AtomicLong create(K key, long nanos) {
        if (due.size() >= KEYS) {
            due.values().removeIf(cell -> cell.get() <= nanos);
            if (due.size() >= KEYS) {
                due.clear();
            }
        }
        return due.computeIfAbsent(key, k -> new AtomicLong(nanos));
    }
}
