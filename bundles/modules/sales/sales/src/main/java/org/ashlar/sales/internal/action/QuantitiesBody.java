package org.ashlar.sales.internal.action;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.sales.internal.domain.Selection;

/**
 * Which quantities of an order to deliver, invoice or credit.
 *
 * @param lines lines with quantities; left out or empty: everything that is open
 * @param date document date, left out: today
 */
public record QuantitiesBody(List<LineBody> lines, LocalDate date) {

    /** The lines as the domain wants them. */
    public List<Selection.Wish> wishes() {
        return LineBody.wishes(lines);
    }
}
