package org.ashlar.platform.records.internal.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.transaction.RollbackException;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.records.internal.audit.AuditTrail;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.search.SearchIndexes;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives each JTA transaction one entity manager per persistence unit, and before it commits flushes them, publishes
 * {@link RecordChanged} and writes the audit log in one batch. Thread-safe.
 */
@Component(service = UnitsOfWork.class)
public final class UnitsOfWork {

    private static final int MAX_ROUNDS = 20;

    private final DefaultCatalog catalog;
    private final Transactions transactions;
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final Events events;
    private final AuditTrail audit;
    private final SearchIndexes search;

    @Activate
    public UnitsOfWork(@Reference DefaultCatalog catalog, @Reference Transactions transactions,
            @Reference TransactionManager manager, @Reference TransactionSynchronizationRegistry registry,
            @Reference Events events, @Reference AuditTrail audit, @Reference SearchIndexes search) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.manager = manager;
        this.registry = registry;
        this.events = events;
        this.audit = audit;
        this.search = search;
    }

    /** Tells the search index after the commit what an inserted or changed record contains, or that it is gone. */
    public void searched(EntityModel model, BaseEntity entity, boolean gone) {
        if (!search.follows(model)) {
            return;
        }
        UnitOfWork work = current();
        if (work.searched().isEmpty()) {
            transactions.afterCommit(() -> {
                work.searched().forEach(s -> search.committed(s.model(), s.id(), s.company(), s.texts()));
                work.searched().clear();
            });
        }
        work.searched().add(new UnitOfWork.Searched(model.id(), entity.getId(),
                entity.getCompanyId() == null ? 0 : entity.getCompanyId(), gone ? null : search.texts(model, entity)));
    }

    /** Tells of a record that came back from the recycle bin by SQL. */
    public void restored(EntityModel model, BaseEntity entity) {
        current().add(new Change(model.id(), entity.getId(), entity.getCompanyId() == null ? 0 : entity.getCompanyId(),
                Change.RESTORED, model.id(), entity.getId(), List.of()));
        searched(model, entity, false);
    }

    /** The entity manager of an entity's unit in the running transaction. */
    public EntityManager manager(Class<?> entity) {
        EntityModel model = catalog.snapshot().model(entity);
        if (model == null) {
            throw new IllegalStateException(entity + " is not an entity of an active module");
        }
        return manager(model.unit(), model.id());
    }

    /** The entity manager of a unit, which the named model needs, in the running transaction. */
    public EntityManager manager(String unit, String model) {
        EntityManagerFactory factory = catalog.factory(unit);
        if (factory == null) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.module.away", unit, model);
        }
        UnitOfWork work = current();
        EntityManager found = work.manager(factory);
        if (found == null) {
            found = factory.createEntityManager();
            found.joinTransaction();
            work.add(factory, found);
            closeAfter(found);
        }
        return found;
    }

    /** The work of the running transaction. */
    public UnitOfWork current() {
        if (registry.getTransactionKey() == null) {
            throw new IllegalStateException("No transaction is running");
        }
        UnitOfWork work = (UnitOfWork) registry.getResource(UnitOfWork.KEY);
        if (work == null) {
            work = new UnitOfWork();
            registry.putResource(UnitOfWork.KEY, work);
            UnitOfWork begun = work;
            if (transactions.active()) {
                transactions.beforeCommit(() -> complete(begun));
            }
            registry.registerInterposedSynchronization(new BeforeCompletion(() -> complete(begun)));
        }
        return work;
    }

    /** Writes what is pending in every unit of the running transaction. */
    public void flush() {
        current().flush();
    }

    /** Publishes what was changed so far and writes its audit rows now instead of at the commit. */
    public void settle() {
        complete(current());
    }

    private void complete(UnitOfWork work) {
        int round = 0;
        work.flush();
        List<Change> batch = work.drain();
        while (!batch.isEmpty()) {
            if (round++ > MAX_ROUNDS) {
                throw new IllegalStateException("Handlers of RecordChanged keep changing records: " + batch.get(0));
            }
            work.completed().addAll(batch);
            publish(batch);
            work.flush();
            batch = work.drain();
        }
        if (!work.completed().isEmpty()) {
            audit.write(work.completed());
            work.completed().clear();
        }
    }

    /** One event per aggregate: its own change, or an update if only its lines changed. */
    private void publish(List<Change> batch) {
        Map<String, RecordChanged> byRoot = new LinkedHashMap<>();
        for (Change change : batch) {
            String key = change.rootModel() + "#" + change.rootId();
            String kind = !change.ofRoot() ? Change.UPDATED
                    : change.kind().equals(Change.RESTORED) ? Change.CREATED : change.kind();
            Set<String> fields = new LinkedHashSet<>();
            if (change.ofRoot() && kind.equals(Change.UPDATED)) {
                change.fields().forEach(f -> fields.add(f.field()));
            }
            byRoot.merge(key, new RecordChanged(change.rootModel(), change.rootId(), change.companyId(), kind, fields),
                    UnitsOfWork::merge);
        }
        byRoot.values().forEach(events::publish);
    }

    private static RecordChanged merge(RecordChanged a, RecordChanged b) {
        if (!a.kind().equals(Change.UPDATED)) {
            return b.kind().equals(Change.DELETED) ? b : a;
        }
        if (!b.kind().equals(Change.UPDATED)) {
            return b;
        }
        Set<String> fields = new LinkedHashSet<>(a.fields());
        fields.addAll(b.fields());
        return new RecordChanged(a.model(), a.id(), a.companyId(), a.kind(), fields);
    }

    private void closeAfter(EntityManager opened) {
        try {
            manager.getTransaction().registerSynchronization(new AfterCompletion(() -> {
                if (opened.isOpen()) {
                    opened.close();
                }
            }));
        } catch (RollbackException | SystemException e) {
            opened.close();
            throw new IllegalStateException("The transaction cannot be joined", e);
        }
    }

    private record BeforeCompletion(Runnable work) implements Synchronization {
        @Override
        public void beforeCompletion() {
            work.run();
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing is held beyond the transaction.
        }
    }

    private record AfterCompletion(Runnable work) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // The provider's own synchronization flushes.
        }

        @Override
        public void afterCompletion(int status) {
            work.run();
        }
    }
}
