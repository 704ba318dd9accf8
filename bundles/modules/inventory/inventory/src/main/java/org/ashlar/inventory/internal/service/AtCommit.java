package org.ashlar.inventory.internal.service;

import org.ashlar.platform.tx.Transactions;

/**
 * Work that is due once before the running transaction commits, however often it is asked for: rows that came in one by
 * one are then treated as a set. Thread-safe.
 */
final class AtCommit {

    private final Transactions transactions;
    private final Runnable work;
    private final ThreadLocal<Boolean> due = ThreadLocal.withInitial(() -> false);

    AtCommit(Transactions transactions, Runnable work) {
        this.transactions = transactions;
        this.work = work;
    }

    /** A rollback leaves the mark behind; the next request on the thread then only repeats it. */
    void ask() {
        due.set(true);
        transactions.beforeCommit(() -> {
            if (due.get()) {
                due.remove();
                work.run();
            }
        });
    }
}
