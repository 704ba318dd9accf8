package org.ashlar.finance;

/** Kinds of invoices. */
public enum InvoiceKind {
    CUSTOMER_INVOICE, CUSTOMER_CREDIT_NOTE, VENDOR_BILL, VENDOR_CREDIT_NOTE;

    /** Whether it is exchanged with a customer. */
    public boolean sale() {
        return this == CUSTOMER_INVOICE || this == CUSTOMER_CREDIT_NOTE;
    }

    /** Whether it takes back an invoice. */
    public boolean credit() {
        return this == CUSTOMER_CREDIT_NOTE || this == VENDOR_CREDIT_NOTE;
    }

    /** +1 if posting increases what the party owes us (debit on the control account), else -1. */
    public int sign() {
        return sale() != credit() ? 1 : -1;
    }

    /** The credit note of an invoice's kind, and the other way round. */
    public InvoiceKind opposite() {
        return switch (this) {
            case CUSTOMER_INVOICE -> CUSTOMER_CREDIT_NOTE;
            case CUSTOMER_CREDIT_NOTE -> CUSTOMER_INVOICE;
            case VENDOR_BILL -> VENDOR_CREDIT_NOTE;
            case VENDOR_CREDIT_NOTE -> VENDOR_BILL;
        };
    }
}
