package org.ashlar.purchasing.internal.action;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.purchasing.internal.domain.Selection;

/**
 * What goes back to a vendor and why.
 *
 * @param lines lines with quantities; left out or empty: everything received and kept
 * @param reason why
 * @param date document date, left out: today
 */
public record ReturnBody(List<LineBody> lines, String reason, LocalDate date) {

    /** The lines as the domain wants them. */
    public List<Selection.Wish> wishes() {
        return LineBody.wishes(lines);
    }
}
