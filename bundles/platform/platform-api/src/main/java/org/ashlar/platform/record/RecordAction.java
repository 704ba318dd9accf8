package org.ashlar.platform.record;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries out one {@link org.ashlar.platform.model.Action}; a service with {@link ForModel} and {@link ForAction}.
 * Called inside a transaction, after permission, company and validator checks. Thread-safe.
 */
@ConsumerType
public interface RecordAction {

    /**
     * Runs the action.
     *
     * @return value for the answer's JSON {@code result} (a record or simple type), or {@code null}
     */
    Object run(ActionCall call);
}
