package org.ashlar.platform.tx;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** JTA transaction boundaries. A thrown exception rolls back and is rethrown as it is. Thread-safe. */
@ProviderType
public interface Transactions {

    /**
     * Joins the running transaction or begins one. A transaction that it began itself is retried up to three times when
     * the database chose it as a deadlock or serialization victim, so work must not have effects outside the database.
     */
    <T> T required(Supplier<T> work);

    /** As {@link #required(Supplier)} without a result. */
    default void run(Runnable work) {
        required(() -> {
            work.run();
            return null;
        });
    }

    /** Suspends a running transaction and works in one of its own. */
    <T> T separate(Supplier<T> work);

    /** Runs after the present transaction has committed; never if it rolls back. Exceptions are logged. */
    void afterCommit(Runnable work);

    /** Runs just before the present transaction commits, after all that was registered earlier; may still write and veto. */
    void beforeCommit(Runnable work);

    /** Whether a transaction is running on this thread. */
    boolean active();
}
