package org.ashlar.finance.internal.posting;

import java.util.concurrent.CompletableFuture;

import org.ashlar.finance.internal.ledger.PostedEntry;
import org.ashlar.finance.internal.ledger.PreparedEntry;
import org.ashlar.platform.access.Caller;

/**
 * An entry that waits for the committer.
 *
 * @param caller who posts
 * @param entry checked entry
 * @param key idempotency key or {@code null}
 * @param hash hash of the request's body, {@code null} without a key
 * @param answer completed once the entry is durable, or with the reason why it is not
 */
record PostingTicket(Caller caller, PreparedEntry entry, String key, String hash, CompletableFuture<Posted> answer) {

    /**
     * A durable entry and what the database did for its group.
     *
     * @param entry entry
     * @param statements statements of the group, 0 unless they are counted
     * @param nanos time in the database
     */
    record Posted(PostedEntry entry, long statements, long nanos) {
    }
}
