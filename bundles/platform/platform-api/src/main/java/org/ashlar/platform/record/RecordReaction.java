package org.ashlar.platform.record;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says that handlers of {@link RecordChanged} may change the very record that was saved; a service. For such models the
 * handlers run before the answer to the save is composed, so that it shows the values and version that were committed.
 * Answers from memory. Thread-safe.
 */
@ConsumerType
public interface RecordReaction {
    /** Whether saving a record of the model in the company may change it further. */
    boolean reacts(String model, long companyId);
}
