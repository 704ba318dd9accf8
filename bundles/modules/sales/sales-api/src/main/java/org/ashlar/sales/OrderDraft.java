package org.ashlar.sales;

import java.time.LocalDate;
import java.util.List;

/**
 * A quotation to be created; what is {@code null} is filled by the same rules as over REST.
 *
 * @param partyId customer
 * @param date document date, {@code null}: today
 * @param requestedDate date on which the customer wants the goods, may be {@code null}
 * @param currency ISO 4217 code, {@code null}: the party's or the company's
 * @param priceListId price list, may be {@code null}
 * @param paymentTermDays days until payment is due, {@code null}: the party's
 * @param warehouseId warehouse to deliver from, {@code null}: inventory decides
 * @param customerReference the customer's own order number, may be {@code null}
 * @param partialReservation whether confirming may reserve less than ordered
 * @param lines lines in order
 */
public record OrderDraft(long partyId, LocalDate date, LocalDate requestedDate, String currency, Long priceListId,
        Integer paymentTermDays, Long warehouseId, String customerReference, boolean partialReservation,
        List<OrderLineDraft> lines) {

    /** Copies the lines. */
    public OrderDraft {
        lines = List.copyOf(lines);
    }
}
