package org.ashlar.finance;

/** Id of an invoice or credit note, model {@code finance.invoice}. */
public record InvoiceId(long value) {
}
