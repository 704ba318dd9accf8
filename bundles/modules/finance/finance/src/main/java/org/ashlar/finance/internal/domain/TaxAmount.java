package org.ashlar.finance.internal.domain;

import java.math.BigDecimal;

/**
 * One tax on one line.
 *
 * @param rule the tax
 * @param base what it was computed on
 * @param amount the tax
 */
public record TaxAmount(TaxRule rule, BigDecimal base, BigDecimal amount) {
}
