package org.ashlar.finance.internal.service;

import java.time.LocalDate;

/**
 * When a reversal is posted.
 *
 * @param date accounting date, {@code null}: today
 */
public record ReversalDate(LocalDate date) {
}
