package org.ashlar.purchasing.internal.action;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.purchasing.internal.domain.Selection;

/**
 * Which quantities of an order the vendor bills or credits.
 *
 * @param lines lines with quantities; left out or empty: everything that is open
 * @param date document date, left out: today
 * @param reference the vendor's document number
 */
public record BillBody(List<LineBody> lines, LocalDate date, String reference) {

    /** The lines as the domain wants them. */
    public List<Selection.Wish> wishes() {
        return LineBody.wishes(lines);
    }
}
