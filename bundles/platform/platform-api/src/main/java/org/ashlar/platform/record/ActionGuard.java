package org.ashlar.platform.record;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Stands before every declared action of any model, for every way in (REST, bulk, {@link Records#act}); a service. Called
 * inside the transaction, after permission and state were checked and the record was locked, before the action runs.
 * Answers from memory for models that it has nothing to do with. Thread-safe.
 */
@ConsumerType
public interface ActionGuard {
    /**
     * Lets the action go on, holds it back or refuses it by throwing {@link org.ashlar.platform.problem.Problem}.
     *
     * @param body body of the call as it came, {@code null} if none
     * @return {@code null}: go on; else what stands for the call until it is carried out later: the caller gets it with
     *         status 202, the transaction commits and the action does not run now
     */
    Deferred before(String model, long id, String action, Map<String, Object> body);
}
