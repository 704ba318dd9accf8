package org.ashlar.inventory.spi;

import org.ashlar.inventory.TransferView;
import org.osgi.annotation.versioning.ConsumerType;

/** A veto on completing a transfer; registered as a service and called inside the transaction, before stock moves. Thread-safe. */
@ConsumerType
public interface TransferCheck {

    /**
     * Refuses by throwing.
     *
     * @param transfer the transfer with the quantities about to be done in {@code doneQuantity}
     * @throws org.ashlar.platform.problem.Problem to refuse
     */
    void check(TransferView transfer);
}
