package org.ashlar.platform.records.internal.store;

import java.util.List;

/**
 * One row that a transaction inserted, updated or deleted.
 *
 * @param model model of the row
 * @param id its id
 * @param companyId owning company
 * @param kind {@code created}, {@code updated} or {@code deleted}
 * @param rootModel model of the aggregate: the owner's for lines, else {@code model}
 * @param rootId id of the aggregate
 * @param fields what changed; empty on creation
 */
public record Change(String model, long id, long companyId, String kind, String rootModel, long rootId,
        List<FieldChange> fields) {

    /** Kind of an insert. */
    public static final String CREATED = "created";
    /** Kind of an update. */
    public static final String UPDATED = "updated";
    /** Kind of a return from the recycle bin; whoever handles events sees it as created. */
    public static final String RESTORED = "restored";
    /** Kind of a delete. */
    public static final String DELETED = "deleted";

    /**
     * One field.
     *
     * @param field JSON name
     * @param before old value
     * @param after new value
     */
    public record FieldChange(String field, Object before, Object after) {
    }

    boolean ofRoot() {
        return id == rootId && model.equals(rootModel);
    }
}
