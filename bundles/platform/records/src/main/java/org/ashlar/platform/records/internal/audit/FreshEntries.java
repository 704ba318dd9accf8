package org.ashlar.platform.records.internal.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Entries that this node has committed and not yet seen in the chain, in memory: one that somebody deletes before it is
 * chained is missed all the same. Thread-safe.
 */
@Component(service = FreshEntries.class)
public final class FreshEntries {

    /** Enough for minutes; beyond it the oldest are trusted to the table alone. */
    private static final int MOST = 50_000;

    private final Transactions transactions;
    private final Map<Long, String> entries = new LinkedHashMap<>();

    /** Used by DS. */
    @Activate
    public FreshEntries(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Content hashes by id, of entries that the running transaction wrote. */
    void written(Map<Long, String> hashes) {
        transactions.afterCommit(() -> {
            synchronized (entries) {
                entries.putAll(hashes);
                while (entries.size() > MOST) {
                    entries.remove(entries.keySet().iterator().next());
                }
            }
        });
    }

    boolean isEmpty() {
        synchronized (entries) {
            return entries.isEmpty();
        }
    }

    /** Ids in the order of their commits, at most so many. */
    List<Long> ids(int most) {
        synchronized (entries) {
            return new ArrayList<>(entries.keySet()).subList(0, Math.min(most, entries.size()));
        }
    }

    /** The content hash of an entry that is waiting. */
    String hash(long id) {
        synchronized (entries) {
            return entries.get(id);
        }
    }

    /** They are in the chain. */
    void chained(Iterable<Long> ids) {
        synchronized (entries) {
            ids.forEach(entries::remove);
        }
    }
}
