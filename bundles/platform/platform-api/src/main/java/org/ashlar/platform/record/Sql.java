package org.ashlar.platform.record;

import java.util.function.Function;
import org.jooq.DSLContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Set-based SQL through jOOQ with the dialect of the running database. Callers weave company and rights themselves
 * (reports) or use metadata-driven reads. Thread-safe.
 */
@ProviderType
public interface Sql {

    /** Reads on a pooled connection outside any transaction: does not see uncommitted rows of the caller's transaction. */
    <T> T read(Function<DSLContext, T> work);

    /**
     * Works on the connection of the running JTA transaction; call {@link EntityStore#flush} first if JPA changes must be seen.
     *
     * @throws IllegalStateException outside a transaction
     */
    <T> T inTransaction(Function<DSLContext, T> work);

    /** As {@link #inTransaction} if a transaction is running, else as {@link #read}. */
    <T> T any(Function<DSLContext, T> work);
}
