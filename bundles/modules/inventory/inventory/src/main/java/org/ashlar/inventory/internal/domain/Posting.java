package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import org.ashlar.inventory.Against;

/**
 * A change of stock value.
 *
 * @param eventId event that caused it
 * @param moveId move that it belongs to
 * @param amount positive into stock, rounded to the currency, never 0
 * @param against the other side
 */
public record Posting(long eventId, long moveId, BigDecimal amount, Against against) {
}
