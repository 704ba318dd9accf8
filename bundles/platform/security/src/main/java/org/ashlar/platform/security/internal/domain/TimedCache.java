package org.ashlar.platform.security.internal.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Keeps what was read, also "there is none", for a short time, so that another node's change is seen within that time and
 * this node's change at once by {@link #clear}. An answer that was being read while the cache was cleared is not kept.
 * Thread-safe.
 *
 * @param <K> key
 * @param <V> value
 */
public final class TimedCache<K, V> {
    private static final int ENTRIES = 20_000;

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final Clock clock;
    private final long ttl;

    /** A cache whose answers are at most {@code ttl} old. */
    public TimedCache(Clock clock, Duration ttl) {
        this.clock = clock;
        this.ttl = ttl.toMillis();
    }

    /** The kept answer, else what {@code read} says. */
    public Optional<V> get(K key, Function<K, Optional<V>> read) {
        long now = clock.millis();
        Entry<V> entry = entries.get(key);
        if (entry != null && now - entry.at < ttl && now >= entry.at) {
            return entry.value;
        }
        long before = generation.get();
        Optional<V> value = read.apply(key);
        if (entries.size() >= ENTRIES) {
            entries.values().removeIf(e -> now - e.at >= ttl);
            if (entries.size() >= ENTRIES) {
                entries.clear();
            }
        }
        if (generation.get() == before) {
            entries.put(key, new Entry<>(value, now));
            if (generation.get() != before) {
                entries.remove(key);
            }
        }
        return value;
    }

    /** The kept answer however old it is; empty if none is kept. */
    public Optional<V> peek(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? Optional.empty() : entry.value;
    }

    /** Forgets one answer. */
    public void remove(K key) {
        generation.incrementAndGet();
        entries.remove(key);
    }

    /** Forgets every answer. */
    public void clear() {
        generation.incrementAndGet();
        entries.clear();
    }

    private record Entry<V>(Optional<V> value, long at) {
    }
}
