package org.ashlar.purchasing.internal.action;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.purchasing.internal.domain.Selection;

/**
 * What arrived.
 *
 * @param lines lines with quantities; left out or empty: everything that is open
 * @param date date of receipt, left out: today
 */
public record ReceiveBody(List<Line> lines, LocalDate date) {

    /**
     * One line.
     *
     * @param lineId record id of the order line
     * @param quantity what arrived, rejected goods included, left out: all that is open
     * @param rejected part of it that failed inspection, left out: none
     */
    public record Line(Long lineId, BigDecimal quantity, BigDecimal rejected) {
    }

    /** The lines as the domain wants them. */
    public List<Selection.Wish> wishes() {
        return lines == null ? List.of()
                : lines.stream().map(l -> new Selection.Wish(l.lineId(), l.quantity())).toList();
    }

    /** Rejected quantities by line. */
    public Map<Long, BigDecimal> rejected() {
        Map<Long, BigDecimal> rejected = new HashMap<>();
        if (lines != null) {
            lines.stream().filter(l -> l.lineId() != null && l.rejected() != null)
                    .forEach(l -> rejected.put(l.lineId(), l.rejected()));
        }
        return rejected;
    }
}
