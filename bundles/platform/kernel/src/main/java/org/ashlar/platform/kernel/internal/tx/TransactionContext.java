package org.ashlar.platform.kernel.internal.tx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What waits for the end of one transaction. Confined to the transaction's thread. */
final class TransactionContext {

    private final Deque<Runnable> before = new ArrayDeque<>();
    private final List<Runnable> after = new ArrayList<>();
    private boolean begunHere;
    private RuntimeException veto;

    void before(Runnable work) {
        before.add(work);
    }

    void after(Runnable work) {
        after.add(work);
    }

    /** Runs the work registered so far and what it registers in turn. */
    void drainBefore() {
        for (Runnable work = before.poll(); work != null; work = before.poll()) {
            work.run();
        }
    }

    /** Takes the work to do after the commit; empty from the second call on. */
    List<Runnable> takeAfter() {
        List<Runnable> work = List.copyOf(after);
        after.clear();
        return work;
    }

    /** Whether {@link DefaultTransactions} began the transaction and will end it itself. */
    boolean isBegunHere() {
        return begunHere;
    }

    void setBegunHere() {
        begunHere = true;
    }

    RuntimeException veto() {
        return veto;
    }

    void setVeto(RuntimeException reason) {
        veto = reason;
    }
}
