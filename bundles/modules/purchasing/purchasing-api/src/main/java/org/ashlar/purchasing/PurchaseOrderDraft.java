package org.ashlar.purchasing;

import java.time.LocalDate;
import java.util.List;

/**
 * A purchase order to be created; what is {@code null} is filled by the same rules as over REST.
 *
 * @param partyId vendor
 * @param date document date, {@code null}: today
 * @param expectedDate date on which the goods are expected, may be {@code null}
 * @param currency ISO 4217 code, {@code null}: the party's or the company's
 * @param paymentTermDays days until payment is due, {@code null}: the party's
 * @param warehouseId warehouse that receives, {@code null}: inventory decides
 * @param vendorReference the vendor's own order number, may be {@code null}
 * @param lines lines in order
 */
public record PurchaseOrderDraft(long partyId, LocalDate date, LocalDate expectedDate, String currency,
        Integer paymentTermDays, Long warehouseId, String vendorReference, List<PurchaseOrderLineDraft> lines) {

    /** Copies the lines. */
    public PurchaseOrderDraft {
        lines = List.copyOf(lines);
    }
}
