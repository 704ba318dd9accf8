package org.ashlar.platform.access;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the bound caller may see of which records: permission, company, record rules and field rights in one question. For
 * whatever hangs on records (comments, files, notices, search) and for SQL of one's own, which the records engine does
 * not check. Thread-safe.
 */
@ProviderType
public interface RecordAccess {

    /** Whether the record is there and the caller may read it. One statement; none without the permission. */
    boolean mayRead(String model, long id);

    /** Those of the ids whose records are there and readable, in their order. One statement. */
    List<Long> readable(String model, Collection<Long> ids);

    /**
     * Whether the caller may read all records of his company and all fields of the model. False without the permission.
     * From memory.
     */
    boolean whole(String model);

    /** Whether record rules or field rights hide something of the model, the permission set aside. From memory. */
    boolean restricted(String model);

    /**
     * Refuses callers who may not see all records and fields of these models: for reports and other SQL over them.
     * Models that are not installed are left out; the permission itself is not asked for. From memory.
     *
     * @throws org.ashlar.platform.problem.Problem DENIED {@code platform.access.restricted}, naming the model
     */
    void requireUnrestricted(Collection<String> models);

    /**
     * What the caller's record rules show of a model, for reports and other SQL that filter instead of refusing. Without the
     * permission it is nothing. From memory.
     */
    VisibleRows rows(String model);

    /** Whether field rights hide or mask fields of the model. From memory. */
    boolean hidesFields(String model);

    /** The right to a field. From memory. */
    FieldRight field(String model, String field);

    /** A value as the caller may see it: itself, masked, or {@code null}. From memory. */
    Object visible(String model, String field, Object value);
}
