package org.ashlar.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of a purchase order with its three-way match data: ordered, received, billed.
 *
 * @param id record id of model {@code purchasing.orderLine}
 * @param lineNo position from 1
 * @param productId product, {@code null} for a free text line
 * @param goods whether the product is kept in stock, so that it has to be received before it is billed
 * @param text description
 * @param quantity ordered quantity
 * @param unit unit code
 * @param unitPrice price per unit before discount
 * @param discountPercent 0 to 100
 * @param taxCode tax code, may be {@code null}
 * @param netAmount amount without tax after discount
 * @param taxAmount tax of the line, 0 while no tax module is installed
 * @param dueDate date on which the goods are wanted, may be {@code null}
 * @param received quantity received in all, rejected goods included, not reduced by returns
 * @param rejected received quantity that failed inspection
 * @param returned quantity that went back to the vendor
 * @param billed quantity billed minus credited
 */
public record PurchaseOrderLineView(long id, int lineNo, Long productId, boolean goods, String text,
        BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal discountPercent, String taxCode,
        BigDecimal netAmount, BigDecimal taxAmount, LocalDate dueDate, BigDecimal received, BigDecimal rejected,
        BigDecimal returned, BigDecimal billed) {

    /** Price per unit after discount, not rounded. */
    public BigDecimal netPrice() {
        return unitPrice.subtract(unitPrice.multiply(discountPercent).movePointLeft(2));
    }
}
