package org.ashlar.masters.internal.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.RecordChanged;
import org.jooq.DSLContext;

/**
 * Records of one model by id, of the caller's company only. Thread-safe.
 *
 * @param <F> what is kept of a record
 */
abstract class RowCache<F extends CompanyRow> implements NodeCache {

    private static final int LIMIT = 50_000;

    private final String model;
    private final Access access;
    private final Lookups lookups;
    private final CommittedCache<Long, F> rows;

    RowCache(String model, Access access, Lookups lookups, TransactionSynchronizationRegistry registry) {
        this.model = model;
        this.access = access;
        this.lookups = lookups;
        this.rows = new CommittedCache<>(registry, LIMIT);
    }

    /** Adds what it finds of the ids. */
    abstract void load(DSLContext dsl, List<Long> ids, Map<Long, F> found);

    /**
     * One record.
     *
     * @throws Problem NOT_FOUND
     */
    public F get(long id) {
        List<F> found = getAll(List.of(id));
        if (found.isEmpty()) {
            throw Problem.notFound(model, id);
        }
        return found.get(0);
    }

    /** Records by ids in their order; missing and foreign ones are left out. */
    public List<F> getAll(Collection<Long> ids) {
        long company = access.caller().companyId();
        Map<Long, F> found = rows.getAll(ids, this::load);
        return ids.stream().map(found::get).filter(Objects::nonNull).filter(row -> row.companyId() == company).toList();
    }

    private Map<Long, F> load(Collection<Long> ids) {
        if (ids.stream().anyMatch(rows::changing)) {
            lookups.flush();
        }
        Map<Long, F> found = new HashMap<>();
        lookups.inChunks(ids, (dsl, chunk) -> load(dsl, chunk, found));
        if (found.size() < ids.size() && lookups.inTransaction()) {
            // A record that this transaction has created may still wait in memory.
            lookups.flush();
            lookups.inChunks(ids.stream().filter(id -> !found.containsKey(id)).toList(),
                    (dsl, chunk) -> load(dsl, chunk, found));
        }
        return found;
    }

    /** Says that the record changes with the running transaction; rules say it early, events for every other way in. */
    public void changed(long id) {
        rows.changed(id);
    }

    @Override
    public void on(RecordChanged event) {
        if (event.model().equals(model) && !"created".equals(event.kind())) {
            rows.changed(event.id());
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        on(event);
    }

    @Override
    public void missed() {
        rows.clear();
    }
}
