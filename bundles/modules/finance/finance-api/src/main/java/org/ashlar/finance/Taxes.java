package org.ashlar.finance;

import org.osgi.annotation.versioning.ProviderType;

/** Computes taxes by the company's tax codes, from a cache, without touching documents. Thread-safe. */
@ProviderType
public interface Taxes {

    /**
     * Net amounts and taxes of lines.
     *
     * @throws org.ashlar.platform.problem.Problem RULE {@code finance.tax.unknown} with field {@code lines[i].taxCode}
     */
    TaxBreakdown compute(TaxRequest request);
}
