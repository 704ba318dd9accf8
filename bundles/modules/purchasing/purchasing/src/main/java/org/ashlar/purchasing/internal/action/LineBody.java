package org.ashlar.purchasing.internal.action;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.purchasing.internal.domain.Selection;

/**
 * A quantity of one order line.
 *
 * @param lineId record id of the order line
 * @param quantity quantity in the line's unit, left out: all that is open
 */
public record LineBody(Long lineId, BigDecimal quantity) {

    static List<Selection.Wish> wishes(List<LineBody> lines) {
        return lines == null ? List.of()
                : lines.stream().map(l -> new Selection.Wish(l.lineId(), l.quantity())).toList();
    }
}
