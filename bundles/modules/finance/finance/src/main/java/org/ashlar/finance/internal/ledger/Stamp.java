package org.ashlar.finance.internal.ledger;

import java.time.Instant;

/**
 * Who writes when, for rows that are written by SQL.
 *
 * @param at now
 * @param user user id
 * @param company company id
 */
public record Stamp(Instant at, long user, long company) {
}
