package org.ashlar.masters;

import org.osgi.annotation.versioning.ProviderType;

/** Finds sale prices and says why. Answered from memory. Needs {@code masters.product.read}. Thread-safe. */
@ProviderType
public interface Prices {

    /**
     * The price for a request: first the list asked for or the customer's own, then the company's standard lists, then the
     * product's sale price. Inside a list a row for the customer beats one for all, a row for the product beats its
     * category (nearest first) beats a row for everything, the highest tier that the quantity reaches wins, then the latest
     * start date.
     *
     * @throws org.ashlar.platform.problem.Problem RULE at field {@code unitPrice}, code {@code masters.price.missing}, if
     *     nothing says a price; RULE of {@link Units} and {@link Currencies} if it cannot be converted
     */
    PriceView find(PriceRequest request);
}
