package org.ashlar.platform.model;

import java.util.concurrent.atomic.AtomicReference;
import javax.persistence.PostLoad;
import javax.persistence.PostPersist;
import javax.persistence.PostRemove;
import javax.persistence.PostUpdate;
import javax.persistence.PrePersist;
import javax.persistence.PreUpdate;

/**
 * JPA listener of every {@link BaseEntity}. JPA providers create listeners by themselves, so the platform's records
 * engine is reached through a static hook, the only one of its kind in the suite. Thread-safe.
 */
public final class EntityLifecycle {

    /** What the records engine does at each step. Implementations are thread-safe. */
    public interface Hooks {
        /** A new id from the pooled sequence. */
        long nextId();

        /** Now, by the suite's clock. */
        java.time.Instant now();

        /** Id of the calling user. */
        long userId();

        /** Id of the calling user's current company. */
        long companyId();

        /** Values of the audited fields, in the order of the model's metadata; {@code null} if the class is no model. */
        Object[] snapshot(BaseEntity entity);

        /** A row was inserted. */
        void inserted(BaseEntity entity);

        /** A row was updated; {@code before} is what {@link #snapshot} said when it was loaded or last written. */
        void updated(BaseEntity entity, Object[] before);

        /** A row was deleted. */
        void deleted(BaseEntity entity, Object[] before);
    }

    private static final AtomicReference<Hooks> HOOKS = new AtomicReference<>();

    /** Called by the records engine when it starts and, with {@code null}, when it stops. */
    public static void connect(Hooks hooks) {
        HOOKS.set(hooks);
    }

    /**
     * A new id, for rows that must refer to each other before they are persisted.
     *
     * @throws IllegalStateException while the records engine is away
     */
    public static long nextId() {
        return hooks().nextId();
    }

    /**
     * Tells of a row that a module inserted by SQL inside the running transaction, so that audit and
     * {@link org.ashlar.platform.record.RecordChanged} know it as they know rows written by JPA. Only id and company of
     * the entity need to be set; it is not kept.
     */
    public static void insertedBySql(BaseEntity entity) {
        hooks().inserted(entity);
    }

    private static Hooks hooks() {
        Hooks hooks = HOOKS.get();
        if (hooks == null) {
            throw new IllegalStateException("The records engine is not running");
        }
        return hooks;
    }

    /** Stamps a new row. Public for bulk writers that do not go through JPA. */
    @PrePersist
    public void beforeInsert(BaseEntity entity) {
        Hooks hooks = hooks();
        if (entity.getId() == null) {
            entity.setId(hooks.nextId());
        }
        entity.stampCreated(hooks.now(), hooks.userId(), hooks.companyId());
    }

    @PreUpdate
    void beforeUpdate(BaseEntity entity) {
        Hooks hooks = hooks();
        entity.stampChanged(hooks.now(), hooks.userId());
    }

    @PostLoad
    void afterLoad(BaseEntity entity) {
        entity.loaded = hooks().snapshot(entity);
    }

    @PostPersist
    void afterInsert(BaseEntity entity) {
        Hooks hooks = hooks();
        hooks.inserted(entity);
        entity.loaded = hooks.snapshot(entity);
    }

    @PostUpdate
    void afterUpdate(BaseEntity entity) {
        Hooks hooks = hooks();
        hooks.updated(entity, entity.loaded);
        entity.loaded = hooks.snapshot(entity);
    }

    @PostRemove
    void afterDelete(BaseEntity entity) {
        hooks().deleted(entity, entity.loaded);
    }
}
