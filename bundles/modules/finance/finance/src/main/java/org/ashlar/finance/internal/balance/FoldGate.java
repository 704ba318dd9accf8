package org.ashlar.finance.internal.balance;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Component;

/**
 * Keeps readers of balances out while the tail is folded. PostgreSQL would not need it, since one statement sees one
 * picture; embedded Derby does, and there all readers are in this process. Thread-safe.
 */
@Component(service = FoldGate.class)
public final class FoldGate {

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Reads while nothing is folded. */
    public <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Folds while nobody reads. */
    <T> T folding(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
