package org.ashlar.sales;

import java.math.BigDecimal;

/**
 * One line of an order.
 *
 * @param id record id of model {@code sales.orderLine}
 * @param lineNo position from 1
 * @param productId product, {@code null} for a free text line
 * @param goods whether the product is kept in stock, so that it has to be delivered before it is invoiced
 * @param text description
 * @param quantity ordered quantity
 * @param unit unit code
 * @param unitPrice price per unit before discount
 * @param discountPercent 0 to 100
 * @param taxCode tax code, may be {@code null}
 * @param netAmount amount without tax after discount
 * @param taxAmount tax of the line, 0 while no tax module is installed
 * @param delivered quantity delivered in all, not reduced by returns
 * @param returned quantity that came back
 * @param invoiced quantity invoiced minus credited
 */
public record OrderLineView(long id, int lineNo, Long productId, boolean goods, String text, BigDecimal quantity,
        String unit, BigDecimal unitPrice, BigDecimal discountPercent, String taxCode, BigDecimal netAmount,
        BigDecimal taxAmount, BigDecimal delivered, BigDecimal returned, BigDecimal invoiced) {
}
