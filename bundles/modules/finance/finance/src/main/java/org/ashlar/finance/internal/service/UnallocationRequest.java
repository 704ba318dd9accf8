package org.ashlar.finance.internal.service;

/**
 * An invoice that a payment no longer settles.
 *
 * @param invoice invoice id
 */
public record UnallocationRequest(Long invoice) {
}
