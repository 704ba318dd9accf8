package org.ashlar.inventory.internal.action;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Body of {@code adjustCost} on a move.
 *
 * @param amount company currency, negative for a reduction
 * @param date date of the cost; empty: today
 * @param reference document that brought it
 */
public record AdjustCost(BigDecimal amount, LocalDate date, String reference) {
}
