package org.ashlar.inventory;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds stock for documents; never more than there is, whatever the number of callers. Works in the running or a new
 * transaction; needs {@code inventory.reservation.create}. Thread-safe.
 */
@ProviderType
public interface Reservations {

    /**
     * Holds stock in addition to what the document already holds.
     *
     * @throws org.ashlar.platform.problem.Problem {@code inventory.reservation.insufficient} with the field
     *             {@code lines[i].quantity}, product, available and asked quantity, when not partial
     */
    ReservationResult reserve(ReservationRequest request);

    /** Frees everything that the document still holds; harmless if it holds nothing. */
    void release(String sourceModel, long sourceId);
}
