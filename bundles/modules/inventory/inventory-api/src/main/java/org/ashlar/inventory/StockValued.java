package org.ashlar.inventory;

import java.time.LocalDate;
import java.util.List;

/**
 * Stock value has changed; published inside the transaction of each change, so that a ledger can follow at every moment.
 * One event has one date; a change that reaches several dates publishes several.
 *
 * @param companyId company
 * @param date posting date
 * @param kind kind of the transfer that caused it
 * @param transferId that transfer
 * @param reference its number, or the document that brought a late cost
 * @param lines changes
 */
public record StockValued(long companyId, LocalDate date, TransferKind kind, long transferId, String reference,
        List<ValueLine> lines) {
}
