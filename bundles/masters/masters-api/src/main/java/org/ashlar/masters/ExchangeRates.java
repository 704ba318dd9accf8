package org.ashlar.masters;

import java.io.Reader;
import org.osgi.annotation.versioning.ProviderType;

/** Brings published exchange rates in. Thread-safe. */
@ProviderType
public interface ExchangeRates {

    /**
     * Imports the euro reference rates as the European Central Bank publishes them (CSV, one row a day, one column a
     * currency, {@code N/A} for none). Adds what is missing and corrects what differs, in one transaction; the same file
     * again changes nothing. Needs {@code masters.currencyRate.create}.
     *
     * @throws org.ashlar.platform.problem.Problem RULE at field {@code file} naming the line that cannot be read
     */
    RateImport importEcb(Reader csv);
}
