package org.ashlar.masters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is asked of {@link Prices}.
 *
 * @param productId product
 * @param partyId customer, {@code null}: anybody
 * @param quantity quantity, positive
 * @param unit unit of quantity and of the wanted price, {@code null}: the product's base unit
 * @param date date of the document
 * @param currency wanted currency, {@code null}: the customer's, else the company's
 * @param priceListId list to use first, {@code null}: the customer's
 */
public record PriceRequest(long productId, Long partyId, BigDecimal quantity, String unit, LocalDate date, String currency,
        Long priceListId) {

    /** Checks that quantity and date are given. */
    public PriceRequest {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(date, "date");
    }

    /** The customer's price in the base unit and in the customer's currency. */
    public static PriceRequest of(long productId, Long partyId, BigDecimal quantity, LocalDate date) {
        return new PriceRequest(productId, partyId, quantity, null, date, null, null);
    }
}
