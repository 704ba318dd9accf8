package org.ashlar.inventory;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.platform.event.Outbound;

/**
 * Goods of a transfer have moved; published inside the transaction.
 *
 * @param transferId transfer
 * @param kind why
 * @param companyId company
 * @param date date of the moves
 * @param sourceModel document that asked for it, or {@code null}
 * @param sourceId its id, 0 if none
 * @param lines moves
 */
@Outbound("inventory.transfer.completed")
public record TransferCompleted(long transferId, TransferKind kind, long companyId, LocalDate date, String sourceModel,
        long sourceId, List<DoneLine> lines) {
}
