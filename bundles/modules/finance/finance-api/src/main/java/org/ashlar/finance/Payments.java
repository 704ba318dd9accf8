package org.ashlar.finance;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Payments and their allocation to invoices. Permissions {@code finance.payment.create}, {@code .post},
 * {@code .allocate}. Runs in the caller's transaction or begins one. Thread-safe.
 */
@ProviderType
public interface Payments {

    /** Posts money received from a customer (or refunded by a vendor) and allocates it. */
    PaymentId receive(PaymentDraft draft);

    /** Posts money paid to a vendor (or refunded to a customer) and allocates it. */
    PaymentId pay(PaymentDraft draft);

    /**
     * Settles invoices from what is left of a posted payment. Realised exchange differences are posted.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code finance.payment.allocation.exceeds} if more is asked than
     *         is open or left
     */
    void allocate(PaymentId id, List<PaymentAllocation> allocations);

    /** Takes back what a payment settled of an invoice; both are open again. */
    void unallocate(PaymentId id, InvoiceId invoice);
}
