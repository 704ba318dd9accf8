package org.ashlar.masters;

import java.math.BigDecimal;

/**
 * A product as other modules see it.
 *
 * @param id record id
 * @param code unique in the company
 * @param name name
 * @param unit code of the base unit; stock and cost are kept in it
 * @param kind {@code GOODS} or {@code SERVICE}
 * @param categoryId category, may be {@code null}
 * @param salePrice list price per base unit in the product's price currency, may be {@code null}; ask {@link Prices}
 * @param standardCost cost per base unit in the company's currency, may be {@code null}
 * @param salesTaxCode tax code on sales, may be {@code null}
 * @param purchaseTaxCode tax code on purchases, may be {@code null}
 * @param costMethod {@code FIFO}, {@code AVERAGE} or {@code STANDARD}
 * @param active may appear on new documents
 */
public record ProductView(long id, String code, String name, String unit, String kind, Long categoryId,
        BigDecimal salePrice, BigDecimal standardCost, String salesTaxCode, String purchaseTaxCode, String costMethod,
        boolean active) {

    /** Whether it is kept in stock. */
    public boolean goods() {
        return "GOODS".equals(kind);
    }
}
