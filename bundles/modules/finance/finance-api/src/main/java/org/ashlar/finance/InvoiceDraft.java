package org.ashlar.finance;

import java.time.LocalDate;
import java.util.List;

/**
 * An invoice or credit note to be drafted.
 *
 * @param kind kind
 * @param partyId customer or vendor
 * @param date invoice date
 * @param dueDate {@code null}: by the party's payment terms
 * @param currency ISO 4217 code; {@code null}: the party's, else the company's
 * @param reference the vendor's own number on bills (unique per vendor), the customer's order number on invoices, or {@code null}
 * @param sourceModel model of the document that it bills, for example {@code sales.order}, or {@code null}
 * @param sourceId its id, 0 if none
 * @param lines at least one
 */
public record InvoiceDraft(InvoiceKind kind, long partyId, LocalDate date, LocalDate dueDate, String currency,
        String reference, String sourceModel, long sourceId, List<InvoiceLineDraft> lines) {

    /** Copies the lines. */
    public InvoiceDraft {
        lines = List.copyOf(lines);
    }
}
