package org.ashlar.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A purchase order at one moment.
 *
 * @param id record id of model {@code purchasing.order}
 * @param companyId owning company
 * @param number document number
 * @param state state
 * @param partyId vendor
 * @param date document date
 * @param expectedDate date on which the goods are expected, may be {@code null}
 * @param currency ISO 4217 code of all amounts
 * @param paymentTermDays days until payment is due, may be {@code null}
 * @param warehouseId warehouse that receives, may be {@code null}
 * @param netAmount sum of the lines without tax
 * @param taxAmount tax
 * @param freightAmount freight
 * @param totalAmount net, tax and freight
 * @param receiptStatus how much is received
 * @param billStatus how much is billed
 * @param historic whether it was imported as history
 * @param lines lines in order
 */
public record PurchaseOrderView(long id, long companyId, String number, PurchaseOrderState state, long partyId,
        LocalDate date, LocalDate expectedDate, String currency, Integer paymentTermDays, Long warehouseId,
        BigDecimal netAmount, BigDecimal taxAmount, BigDecimal freightAmount, BigDecimal totalAmount,
        Progress receiptStatus, Progress billStatus, boolean historic, List<PurchaseOrderLineView> lines) {

    /** Copies the lines. */
    public PurchaseOrderView {
        lines = List.copyOf(lines);
    }

    /** A line by its record id. */
    public Optional<PurchaseOrderLineView> line(long lineId) {
        return lines.stream().filter(line -> line.id() == lineId).findFirst();
    }
}
