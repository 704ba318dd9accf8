package extension.acme.carrier.sales;

import java.math.BigDecimal;

/**
 * What a carrier's insurance pays.
 *
 * @param carrier code of the carrier
 * @param currency its currency
 * @param upTo most it pays for one delivery, {@code null}: any amount
 */
record Cover(String carrier, String currency, BigDecimal upTo) {

    /** Whether an amount in its currency is insured in full. */
    boolean covers(BigDecimal worth) {
        return upTo == null || worth.compareTo(upTo) <= 0;
    }
}
