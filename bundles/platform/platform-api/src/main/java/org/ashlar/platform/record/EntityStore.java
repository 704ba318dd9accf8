package org.ashlar.platform.record;

import java.util.List;
import org.ashlar.platform.model.BaseEntity;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Typed access to the records of a module's own models inside the running JTA transaction: rules, optimistic lock,
 * company scope and audit apply as they do for REST. It does not check permissions: services do, with
 * {@link org.ashlar.platform.access.Access#require}. Thread-safe; entities are not.
 */
@ProviderType
public interface EntityStore {

    /**
     * The managed entity of the caller's company.
     *
     * @throws org.ashlar.platform.problem.Problem NOT_FOUND, also for another company's record
     */
    <E extends BaseEntity> E get(Class<E> type, long id);

    /** As {@link #get} with a pessimistic write lock held until the transaction ends, for actions that must not race. */
    <E extends BaseEntity> E lock(Class<E> type, long id);

    /** Managed entities of the caller's company by ids, one statement, in the order of the ids; missing ones are left out. */
    <E extends BaseEntity> List<E> getAll(Class<E> type, List<Long> ids);

    /** Runs rules and inserts; flushed at the end of the transaction or by {@link #flush}. */
    <E extends BaseEntity> E insert(E entity);

    /** Runs rules, persists changes of a managed entity and flushes nothing yet. */
    <E extends BaseEntity> E update(E entity);

    /** Runs rules and deletes. */
    void delete(BaseEntity entity);

    /** Writes what is pending in every unit of this transaction, so that SQL and other units see it. */
    void flush();
}
