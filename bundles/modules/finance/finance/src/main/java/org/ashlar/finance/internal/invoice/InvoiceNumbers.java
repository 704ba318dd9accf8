package org.ashlar.finance.internal.invoice;

import org.ashlar.finance.InvoiceKind;
import org.ashlar.platform.numbering.NumberSeries;

/** Gapless number series of invoices, one per kind, starting again each year. */
public final class InvoiceNumbers {

    private InvoiceNumbers() {
    }

    /** The series of a kind. */
    public static NumberSeries of(InvoiceKind kind) {
        String prefix = switch (kind) {
            case CUSTOMER_INVOICE -> "INV";
            case CUSTOMER_CREDIT_NOTE -> "CRN";
            case VENDOR_BILL -> "BILL";
            case VENDOR_CREDIT_NOTE -> "VCRN";
        };
        return NumberSeries.legal("finance.invoice." + kind.name(), prefix + "-{yyyy}-{seq:6}", NumberSeries.Reset.YEARLY);
    }
}
