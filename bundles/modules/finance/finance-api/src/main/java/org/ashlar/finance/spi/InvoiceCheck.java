package org.ashlar.finance.spi;

import org.ashlar.finance.InvoiceView;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at an invoice before it is posted and may refuse it by throwing {@link org.ashlar.platform.problem.Problem}.
 * A service; called inside the posting transaction, highest ranking first. Thread-safe.
 */
@ConsumerType
public interface InvoiceCheck {

    /** Returns normally if the invoice may be posted. */
    void check(InvoiceView invoice);
}
