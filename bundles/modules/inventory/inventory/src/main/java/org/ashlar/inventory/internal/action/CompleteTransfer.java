package org.ashlar.inventory.internal.action;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.inventory.LineQuantity;

/**
 * Body of {@code complete} on a transfer.
 *
 * @param date day of the moves; empty: today
 * @param lines what was really done; empty: everything planned
 * @param backorder whether the rest becomes a transfer of its own; empty: yes
 */
public record CompleteTransfer(LocalDate date, List<LineQuantity> lines, Boolean backorder) {
}
