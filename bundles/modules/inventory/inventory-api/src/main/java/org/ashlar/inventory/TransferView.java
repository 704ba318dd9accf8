package org.ashlar.inventory;

import java.time.LocalDate;
import java.util.List;

/**
 * A transfer as it stands.
 *
 * @param id id
 * @param number document number
 * @param kind why goods move
 * @param state where it stands
 * @param warehouseId where
 * @param partyId customer or vendor, or {@code null}
 * @param date planned date; once done, the date of its moves
 * @param sourceModel document that asked for it, or {@code null}
 * @param sourceId its id, 0 if none
 * @param backorderOf the transfer whose rest this is, or {@code null}
 * @param lines lines in order
 */
public record TransferView(TransferId id, String number, TransferKind kind, TransferState state, long warehouseId,
        Long partyId, LocalDate date, String sourceModel, long sourceId, TransferId backorderOf,
        List<TransferLineView> lines) {
}
