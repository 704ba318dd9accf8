package org.ashlar.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A movement of goods that happened.
 *
 * @param id move id
 * @param transferId its transfer
 * @param kind why
 * @param sourceLineId line of the source document, 0 if none
 * @param productId what
 * @param quantity in {@code unit}, positive
 * @param unit the product's own unit
 * @param date when
 * @param value effect on stock value so far in company currency, positive into stock, late costs and recosting included
 * @param returned part of {@code quantity} that was returned by later moves naming this one as their origin
 */
public record MoveView(long id, TransferId transferId, TransferKind kind, long sourceLineId, long productId,
        BigDecimal quantity, String unit, LocalDate date, BigDecimal value, BigDecimal returned) {
}
