package org.ashlar.inventory;

/**
 * Id of a transfer.
 *
 * @param value record id of {@code inventory.transfer}
 */
public record TransferId(long value) {
}
