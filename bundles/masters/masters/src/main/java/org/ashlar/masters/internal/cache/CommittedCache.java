package org.ashlar.masters.internal.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;

/**
 * Keeps what is committed, and only that. A key whose record a running transaction has changed is neither answered from
 * memory nor kept until that transaction has ended: its own transaction sees the change, a rollback leaves nothing
 * behind, and a slow reader cannot put back what it read before the change. Thread-safe.
 */
final class CommittedCache<K, V> {

    /** A change on another node that was not heard of is seen after this time. */
    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private record Held<V>(V value, long since) {
    }

    private final TransactionSynchronizationRegistry registry;
    private final int limit;
    private final Map<K, Held<V>> values = new ConcurrentHashMap<>();
    private final Map<K, Integer> changing = new HashMap<>();
    private long generation;

    CommittedCache(TransactionSynchronizationRegistry registry, int limit) {
        this.registry = registry;
        this.limit = limit;
    }

    /** The value; {@code null} if the loader has none, which is not kept. */
    V get(K key, Function<K, V> load) {
        V value = held(key);
        if (value == null) {
            long before = generation();
            value = load.apply(key);
            keep(key, value, before);
        }
        return value;
    }

    /** Values by key, in one load for those not in memory; keys without a value are left out. */
    Map<K, V> getAll(Collection<K> keys, Function<Collection<K>, Map<K, V>> load) {
        Map<K, V> found = new HashMap<>();
        List<K> missing = new ArrayList<>();
        for (K key : keys) {
            V value = key == null ? null : held(key);
            if (value != null) {
                found.put(key, value);
            } else if (key != null) {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            long before = generation();
            load.apply(missing).forEach((key, value) -> {
                found.put(key, value);
                keep(key, value, before);
            });
        }
        return found;
    }

    /** Says that the record behind a key changes with the running transaction. */
    void changed(K key) {
        Set<K> mine = ofTransaction();
        synchronized (changing) {
            generation++;
            values.remove(key);
            if (mine != null && mine.add(key)) {
                changing.merge(key, 1, Integer::sum);
            }
        }
    }

    /** Forgets everything. */
    void clear() {
        synchronized (changing) {
            generation++;
            values.clear();
        }
    }

    /** Whether a running transaction has changed the record behind a key. */
    boolean changing(K key) {
        synchronized (changing) {
            return changing.containsKey(key);
        }
    }

    /** Keys that the running transaction has changed; {@code null} outside one. */
    @SuppressWarnings("unchecked")
    private Set<K> ofTransaction() {
        if (registry.getTransactionKey() == null || registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return null;
        }
        Set<K> mine = (Set<K>) registry.getResource(this);
        if (mine == null) {
            Set<K> begun = new HashSet<>();
            registry.putResource(this, begun);
            registry.registerInterposedSynchronization(new Ended(() -> settled(begun)));
            mine = begun;
        }
        return mine;
    }

    private V held(K key) {
        Held<V> held = values.get(key);
        return held == null || System.nanoTime() - held.since() > MAX_AGE_NANOS ? null : held.value();
    }

    private void settled(Set<K> keys) {
        synchronized (changing) {
            generation++;
            for (K key : keys) {
                values.remove(key);
                changing.computeIfPresent(key, (k, open) -> open == 1 ? null : open - 1);
            }
        }
    }

    private long generation() {
        synchronized (changing) {
            return generation;
        }
    }

    private void keep(K key, V value, long before) {
        synchronized (changing) {
            if (value != null && before == generation && !changing.containsKey(key)) {
                if (values.size() >= limit) {
                    values.clear();
                }
                values.put(key, new Held<>(value, System.nanoTime()));
            }
        }
    }

    private record Ended(Runnable work) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Only the end matters.
        }

        @Override
        public void afterCompletion(int status) {
            work.run();
        }
    }
}
