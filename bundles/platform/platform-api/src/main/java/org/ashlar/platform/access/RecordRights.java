package org.ashlar.platform.access;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Record rules and field rights of one caller, compiled from his roles; beside permissions, which {@link Access} answers.
 * From memory, immutable, thread-safe. Made for the records engine; others ask {@link RecordAccess}.
 */
@ProviderType
public interface RecordRights {

    /** Whether nothing is restricted, so that there is nothing to ask. */
    boolean plain();

    /** The same text for all callers that are restricted in the same way; empty if {@link #plain}. For caches of plans. */
    String signature();

    /**
     * Rules for the use of one permission on the records of a model.
     *
     * @param permission {@code <model>.read}, {@code .update} and so on: only roles that grant it count
     */
    RowRules rows(String model, String permission);

    /** The right to a field; {@link FieldRight#WRITE} unless something says less. */
    FieldRight field(String model, String field);

    /** Whether some field of the model is restricted. */
    boolean fieldsOf(String model);

    /** Whether the caller is a partner's user, who sees only what belongs to {@link #party}. */
    boolean portal();

    /** What stands for a placeholder such as <code>{user}</code>; the text itself if it is none. */
    String value(String text);
}
