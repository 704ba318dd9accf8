package org.ashlar.platform.records.internal.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.ashlar.platform.problem.FieldError;

/** What the engine keeps for one JTA transaction: an entity manager per unit and the changes seen so far. One thread. */
public final class UnitOfWork {

    /** Key of the transaction's resource. */
    public static final Object KEY = UnitOfWork.class.getName();

    private final Map<EntityManagerFactory, EntityManager> managers = new LinkedHashMap<>();
    private List<Change> changes = new ArrayList<>();
    private final List<Change> completed = new ArrayList<>();
    private final Set<Long> inserted = new HashSet<>();
    private List<Long> bulk = List.of();
    private final List<Searched> searched = new ArrayList<>();

    private final Map<Class<?>, Part> parts = new LinkedHashMap<>();
    private int held;

    private final List<FieldError> warnings = new ArrayList<>();

    /** What the caller should know about this transaction's writes. */
    public List<FieldError> warnings() {
        return warnings;
    }

    /** Something besides JPA that holds rows of this transaction. */
    interface Part {
        /** Writes what is pending. */
        void flush();
    }

    /** The part of this kind, made when first asked for. */
    <P extends Part> P part(Class<P> kind, Supplier<P> make) {
        return kind.cast(parts.computeIfAbsent(kind, k -> make.get()));
    }

    EntityManager manager(EntityManagerFactory factory) {
        return managers.get(factory);
    }

    void add(EntityManagerFactory factory, EntityManager manager) {
        managers.put(factory, manager);
    }

    /** Remembers a record that this transaction inserted; ids are unique over all models. */
    void insert(long id) {
        inserted.add(id);
    }

    /** Whether this transaction inserted the record. */
    boolean inserted(long id) {
        return inserted.contains(id);
    }

    /** Ids of the bulk insert whose event is being published. */
    List<Long> bulk() {
        return bulk;
    }

    /** Says which records the event of a bulk insert is about, while it is being published. */
    public void bulk(List<Long> ids) {
        bulk = ids;
    }

    /** Search texts of records that this transaction wrote, for the search index after the commit. */
    List<Searched> searched() {
        return searched;
    }

    /** Search texts of one record; {@code null} if it was deleted. */
    record Searched(String model, long id, long company, String[] texts) {
    }

    void add(Change change) {
        changes.add(change);
    }

    List<Change> drain() {
        List<Change> drained = changes;
        changes = new ArrayList<>();
        return drained;
    }

    /** Changes whose events were published and which the audit log has not yet. */
    List<Change> completed() {
        return completed;
    }

    /**
     * Works on a record that is not complete before its rules have run: nothing is written meanwhile, whoever asks for it.
     * What was pending before is written first, so that look-ups see it.
     */
    public <T> T whole(Supplier<T> work) {
        flush();
        held++;
        try {
            return work.get();
        } finally {
            held--;
        }
    }

    /** Writes what is pending in every unit. */
    public void flush() {
        if (held > 0) {
            return;
        }
        for (EntityManager manager : List.copyOf(managers.values())) {
            if (manager.isOpen()) {
                manager.flush();
            }
        }
        parts.values().forEach(Part::flush);
    }
}
