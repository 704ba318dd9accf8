package org.ashlar.finance.internal.balance;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.ashlar.finance.internal.ledger.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps readers of balances out while entries are folded. On PostgreSQL it does nothing, since there one statement sees one
 * picture; embedded Derby needs it, and there all readers are in this process. Thread-safe.
 */
@Component(service = FoldGate.class)
public final class FoldGate {

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Database database;

    /** Injected. */
    @Activate
    public FoldGate(@Reference Database database) {
        this.database = database;
    }

    /** Whether this is Derby. */
    public boolean derby() {
        return database.derby();
    }

    /** Reads while nothing is folded. */
    public <T> T reading(Supplier<T> work) {
        if (!database.derby()) {
            return work.get();
        }
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Folds while nobody reads. */
    <T> T folding(Supplier<T> work) {
        if (!database.derby()) {
            return work.get();
        }
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
