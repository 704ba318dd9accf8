package org.ashlar.finance;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Invoices and credit notes of customers and vendors. Permissions {@code finance.invoice.create}, {@code .post},
 * {@code .read}, {@code .cancel}, {@code .credit}. Runs in the caller's transaction or begins one. Thread-safe.
 */
@ProviderType
public interface Invoices {

    /**
     * Drafts an invoice with amounts and taxes computed.
     *
     * @throws org.ashlar.platform.problem.Problem RULE with the field at fault; code
     *         {@code finance.invoice.reference.duplicate} if the vendor's number is known already
     */
    InvoiceId draft(InvoiceDraft draft);

    /**
     * Posts a draft: journal entry, open item, gapless number; publishes {@link InvoicePosted}.
     *
     * @throws org.ashlar.platform.problem.Problem UNAVAILABLE while a module that validates invoices, or the module or
     *         bridge of the billed document, is away; RULE if a check refuses
     */
    void post(InvoiceId id);

    /** The invoice as it stands. */
    InvoiceView get(InvoiceId id);

    /** Posted invoices and credit notes of a source document, in the order in which they were posted. */
    List<InvoiceView> of(String sourceModel, long sourceId);

    /** Gives a draft up. */
    void cancel(InvoiceId id);

    /** Drafts the credit note that takes a posted invoice back in full; quantities may be lowered before it is posted. */
    InvoiceId credit(InvoiceId id);
}
