package org.ashlar.platform.record;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Values by field name of a record without an entity class of its own: what {@link RecordRules} for a custom model get to
 * see, for {@code RecordRules<BaseEntity>} with {@code @ForModel("custom.<code>")}. Types are those of
 * {@link Records}; lines are a list of records that are {@code FieldValues} too. Not thread-safe.
 */
@ProviderType
public interface FieldValues {

    /** Value of a field or {@code null}. */
    Object value(String field);

    /** Sets the value of a field. */
    void value(String field, Object value);
}
