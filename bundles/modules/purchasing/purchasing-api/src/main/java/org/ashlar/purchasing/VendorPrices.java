package org.ashlar.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Prices that vendors agreed to, by quantity tier and date. Thread-safe. */
@ProviderType
public interface VendorPrices {

    /** The valid tier with the largest minimum quantity that the request reaches; needs {@code purchasing.vendorPrice.read}. */
    Optional<VendorPriceView> find(Request request);

    /**
     * What is to be bought.
     *
     * @param vendorId vendor
     * @param productId product
     * @param quantity quantity in {@code unit}
     * @param unit unit code, {@code null}: the product's
     * @param currency ISO 4217 code, {@code null}: any
     * @param date on which the price must be valid
     */
    record Request(long vendorId, long productId, BigDecimal quantity, String unit, String currency, LocalDate date) {
    }

    /**
     * A price.
     *
     * @param id record id of model {@code purchasing.vendorPrice}
     * @param price price per {@code unit}
     * @param currency ISO 4217 code
     * @param unit unit code that price and minimum quantity refer to
     * @param minimumQuantity from which quantity on it holds
     * @param leadTimeDays days from order to receipt, {@code null} if unknown
     */
    record VendorPriceView(long id, BigDecimal price, String currency, String unit, BigDecimal minimumQuantity,
            Integer leadTimeDays) {
    }
}
