package org.ashlar.finance;

import java.time.LocalDate;

import org.ashlar.platform.event.Outbound;

/**
 * A journal entry was posted.
 *
 * @param entryId entry
 * @param companyId company
 * @param date accounting date
 * @param number legal number
 * @param journal journal code
 * @param sourceModel model of the document that it stands for or {@code null}
 * @param sourceId its id, 0 if none
 */
@Outbound(value = "finance.entry.posted", durable = false)
public record EntryPosted(long entryId, long companyId, LocalDate date, String number, String journal,
        String sourceModel, long sourceId) {
}
