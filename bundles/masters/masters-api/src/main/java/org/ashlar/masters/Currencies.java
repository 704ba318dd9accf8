package org.ashlar.masters;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Currencies and their dated rates, shared by all companies. Answered from memory. Any bound caller may ask. Thread-safe.
 */
@ProviderType
public interface Currencies {

    /**
     * How many units of {@code to} one unit of {@code from} is worth on a date: the rate as entered, its inverse, or by way
     * of EUR, whichever quotation is newest at that date (directly entered ones first). A day without rates takes the last
     * earlier one. Derived rates have 16 significant digits.
     *
     * @throws org.ashlar.platform.problem.Problem RULE at field {@code currency}: {@code masters.currency.unknown} or
     *     {@code masters.rate.missing}
     */
    BigDecimal rate(String from, String to, LocalDate date);

    /**
     * Converts an amount at {@link #rate} and rounds it to the minor unit of {@code to}.
     *
     * @throws org.ashlar.platform.problem.Problem as {@link #rate}
     */
    BigDecimal convert(BigDecimal amount, String from, String to, LocalDate date);

    /** Whether the code is a known currency. */
    boolean known(String code);
}
