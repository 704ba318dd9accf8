package org.ashlar.platform.outbox;

import java.util.function.BooleanSupplier;
import org.osgi.annotation.versioning.ConsumerType;

/** Carries things of an outbox out. Called on the outbox's thread, as the system of the thing's company. */
@ConsumerType
public interface Carrier {

    /**
     * Carries one thing, outside of any transaction.
     *
     * @param id its id
     * @param attempts how often it has been tried, with this time
     * @param handOver to be called just before the other side may take it; {@code false}: another node has it, stop. After a
     *     crash it is by this that one knows whether it may have left
     */
    Outcome carry(long id, int attempts, BooleanSupplier handOver);

    /** Hours after which a thing that always fails is given up, for the caller's company. */
    int giveUpHours();

    /** A thing ended without success. */
    default void lost(long id, String problem) {
    }

    /** A round has ended: connections may be closed. */
    default void rest() {
    }

    /** Name of the thread. */
    String name();
}
