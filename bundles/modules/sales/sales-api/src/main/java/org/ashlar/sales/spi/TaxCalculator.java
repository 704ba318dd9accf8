package org.ashlar.sales.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Computes the taxes of an order; the service with the highest ranking is asked. Called for every save, so it answers
 * from caches. While there is none, orders carry no tax and keep their tax codes. Thread-safe.
 */
@ConsumerType
public interface TaxCalculator {

    /**
     * Net amount and tax per line, in the order of the request, rounded to the currency's minor unit.
     *
     * @throws org.ashlar.platform.problem.Problem when a tax code is unknown
     */
    List<LineTax> compute(Request request);

    /**
     * What to tax.
     *
     * @param partyId customer
     * @param date tax date
     * @param currency ISO 4217 code
     * @param lines lines
     */
    record Request(long partyId, LocalDate date, String currency, List<Line> lines) {
    }

    /**
     * One line.
     *
     * @param productId product, may be {@code null}
     * @param taxCode tax code, may be {@code null}: no tax
     * @param quantity quantity
     * @param unitPrice price per unit before discount; with tax where the code is tax-inclusive
     * @param discountPercent 0 to 100
     */
    record Line(Long productId, String taxCode, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent) {
    }

    /**
     * The answer for one line.
     *
     * @param netAmount amount without tax
     * @param taxAmount tax
     */
    record LineTax(BigDecimal netAmount, BigDecimal taxAmount) {
    }
}
