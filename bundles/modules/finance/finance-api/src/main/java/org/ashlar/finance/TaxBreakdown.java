package org.ashlar.finance;

import java.math.BigDecimal;
import java.util.List;

/**
 * Net amounts and taxes, rounded to the currency; totals are the sums of the lines.
 *
 * @param lines one per requested line, in order
 * @param taxes totals per tax
 * @param netAmount sum of nets
 * @param taxAmount sum of taxes
 * @param totalAmount net plus tax
 */
public record TaxBreakdown(List<Line> lines, List<Tax> taxes, BigDecimal netAmount, BigDecimal taxAmount,
        BigDecimal totalAmount) {

    /** Copies the lists. */
    public TaxBreakdown {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /**
     * Amounts of a line.
     *
     * @param netAmount without tax
     * @param taxAmount tax
     * @param totalAmount with tax
     */
    public record Line(BigDecimal netAmount, BigDecimal taxAmount, BigDecimal totalAmount) {
    }

    /**
     * One tax over all lines.
     *
     * @param code tax code
     * @param base taxed amount
     * @param amount tax
     */
    public record Tax(String code, BigDecimal base, BigDecimal amount) {
    }
}
