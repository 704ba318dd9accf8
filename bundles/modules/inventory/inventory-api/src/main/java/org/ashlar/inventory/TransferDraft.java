package org.ashlar.inventory;

import java.time.LocalDate;
import java.util.List;

/**
 * A transfer to create.
 *
 * @param kind why goods move; decides the locations
 * @param warehouseId where; {@code null}: the company's main warehouse
 * @param partyId customer or vendor, {@code null} if none
 * @param date planned date; {@code null}: today
 * @param sourceModel document that asked for it, {@code null} if none
 * @param sourceId its id, 0 if none
 * @param lines at least one; lines of products without stock (services) are left out
 */
public record TransferDraft(TransferKind kind, Long warehouseId, Long partyId, LocalDate date, String sourceModel,
        long sourceId, List<TransferLineDraft> lines) {

    /** Copies the lines. */
    public TransferDraft {
        lines = List.copyOf(lines);
    }
}
