package org.ashlar.inventory.internal.service;

import java.time.LocalDate;
import org.ashlar.inventory.TransferKind;

/**
 * The document on whose behalf stock changes.
 *
 * @param transferId transfer
 * @param number its number, or the document that brought a late cost
 * @param kind its kind
 * @param date day of the moves
 * @param sourceModel document that asked for it, or {@code null}
 * @param sourceId its id, 0 if none
 */
record Document(long transferId, String number, TransferKind kind, LocalDate date, String sourceModel, long sourceId) {
}
