package org.ashlar.sales.internal.action;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.sales.internal.domain.Selection;

/**
 * What a customer gives back and why.
 *
 * @param lines lines with quantities; left out or empty: everything that the customer has
 * @param reason why
 * @param date document date, left out: today
 */
public record ReturnBody(List<LineBody> lines, String reason, LocalDate date) {

    /** The lines as the domain wants them. */
    public List<Selection.Wish> wishes() {
        return LineBody.wishes(lines);
    }
}
