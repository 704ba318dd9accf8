package org.ashlar.platform.record;

import java.util.Set;
import org.ashlar.platform.model.BaseEntity;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The domain rules of one model, registered as a service with {@link ForModel}. Called for every way in: REST, import,
 * console and {@link EntityStore}. A rule that does not hold throws {@link org.ashlar.platform.problem.Problem} with the
 * field's name. Several rules of one model run by service ranking, highest first. Thread-safe.
 *
 * @param <E> entity class of the model
 */
@ConsumerType
public interface RecordRules<E extends BaseEntity> {

    /**
     * Fills defaults, computes totals and validates a new record, lines included. The entity has no id yet and is not in
     * a persistence context; on bulk imports it is called once per row, so look-ups belong into caches.
     */
    default void beforeInsert(E entity) {
    }

    /** Recomputes and validates a changed record. {@code changed} names the fields that the caller gave. */
    default void beforeUpdate(E entity, Set<String> changed) {
    }

    /** Refuses deletion by throwing. */
    default void beforeDelete(E entity) {
    }
}
