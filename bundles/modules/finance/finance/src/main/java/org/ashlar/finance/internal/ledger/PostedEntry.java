package org.ashlar.finance.internal.ledger;

/**
 * What posting answers.
 *
 * @param id entry id
 * @param number legal number
 */
public record PostedEntry(long id, String number) {
}
