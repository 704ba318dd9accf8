package org.ashlar.masters;

import java.math.BigDecimal;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Units of measure, shared by all companies, and each product's own conversions (1 case of product X = 12 pieces).
 * Answered from memory. Any bound caller may ask. Thread-safe.
 */
@ProviderType
public interface Units {

    /**
     * Converts exactly where the result ends within twelve decimals (150 CMT = 1.5 MTR), otherwise rounded half up there.
     * Trailing zeros are removed.
     *
     * @param productId product whose own conversions may be used, {@code null}: none
     * @throws org.ashlar.platform.problem.Problem RULE at field {@code unit}: {@code masters.unit.unknown} for an unknown
     *     code, {@code masters.unit.wrong} if no conversion leads from one unit to the other
     */
    BigDecimal convert(BigDecimal quantity, String from, String to, Long productId);

    /**
     * A price per {@code from} as a price per {@code to}, rounded to six decimals (12 per case = 1 per piece).
     *
     * @throws org.ashlar.platform.problem.Problem as {@link #convert}
     */
    BigDecimal convertPrice(BigDecimal unitPrice, String from, String to, Long productId);

    /** Whether the code is a known unit. */
    boolean known(String unit);

    /**
     * Decimals that quantities in this unit make sense with; 0 for pieces.
     *
     * @throws org.ashlar.platform.problem.Problem RULE, code {@code masters.unit.unknown}
     */
    int decimals(String unit);
}
