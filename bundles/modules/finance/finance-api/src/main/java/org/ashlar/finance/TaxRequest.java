package org.ashlar.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Lines whose taxes are asked for.
 *
 * @param currency ISO 4217 code; decides the rounding step
 * @param sale whether it is a sale (else a purchase)
 * @param date date of supply
 * @param lines lines
 */
public record TaxRequest(String currency, boolean sale, LocalDate date, List<Line> lines) {

    /** Copies the lines. */
    public TaxRequest {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param taxCode tax code, several joined by {@code +}, or {@code null}
     * @param quantity quantity
     * @param unitPrice unit price as shown to the customer (with tax if the tax is inclusive)
     * @param discountPercent 0 to 100 or {@code null}
     */
    public record Line(String taxCode, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent) {
    }
}
