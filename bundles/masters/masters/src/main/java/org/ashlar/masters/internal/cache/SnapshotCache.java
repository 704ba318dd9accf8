package org.ashlar.masters.internal.cache;

import java.util.Set;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;

/**
 * Everything of a few small models in one piece per company (0 for shared models), read again after any change.
 * Thread-safe.
 *
 * @param <S> the piece
 */
abstract class SnapshotCache<S> implements NodeCache {

    private static final int COMPANIES = 1_000;

    private final Set<String> models;
    private final Lookups lookups;
    private final CommittedCache<Long, S> snapshots;

    SnapshotCache(Set<String> models, Lookups lookups, TransactionSynchronizationRegistry registry) {
        this.models = models;
        this.lookups = lookups;
        this.snapshots = new CommittedCache<>(registry, COMPANIES);
    }

    /** Reads a company's piece. */
    abstract S load(DSLContext dsl, long companyId);

    /** A company's piece. */
    S of(long companyId) {
        return snapshots.get(companyId, key -> {
            if (snapshots.changing(key)) {
                lookups.flush();
            }
            return lookups.read(dsl -> load(dsl, key));
        });
    }

    /**
     * Says that a company's piece changes with the running transaction; rules say it early, events for every other way in.
     */
    public void changed(long companyId) {
        snapshots.changed(companyId);
    }

    @Override
    public void on(RecordChanged event) {
        if (models.contains(event.model())) {
            snapshots.changed(event.companyId());
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        on(event);
    }

    @Override
    public void missed() {
        snapshots.clear();
    }
}
