package org.ashlar.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A quotation or order at one moment.
 *
 * @param id record id of model {@code sales.order}
 * @param companyId owning company
 * @param number document number
 * @param state state
 * @param partyId customer
 * @param date document date
 * @param requestedDate date on which the customer wants the goods, may be {@code null}
 * @param currency ISO 4217 code of all amounts
 * @param paymentTermDays days until payment is due, may be {@code null}
 * @param warehouseId warehouse to deliver from, may be {@code null}
 * @param partialReservation whether less than ordered may be reserved
 * @param netAmount sum of the lines without tax
 * @param taxAmount tax
 * @param freightAmount freight
 * @param totalAmount net, tax and freight
 * @param deliveryStatus how much is delivered
 * @param invoiceStatus how much is invoiced
 * @param historic whether it was imported as history
 * @param lines lines in order
 */
public record OrderView(long id, long companyId, String number, OrderState state, long partyId, LocalDate date,
        LocalDate requestedDate, String currency, Integer paymentTermDays, Long warehouseId,
        boolean partialReservation, BigDecimal netAmount, BigDecimal taxAmount, BigDecimal freightAmount,
        BigDecimal totalAmount, Progress deliveryStatus, Progress invoiceStatus, boolean historic,
        List<OrderLineView> lines) {

    /** Copies the lines. */
    public OrderView {
        lines = List.copyOf(lines);
    }

    /** A line by its record id. */
    public Optional<OrderLineView> line(long lineId) {
        return lines.stream().filter(line -> line.id() == lineId).findFirst();
    }
}
