package org.ashlar.finance.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives new companies their chart of accounts, journals and taxes. A service; chosen by
 * {@link org.ashlar.platform.module.Company#chart()}. Thread-safe.
 */
@ConsumerType
public interface ChartProvider {

    /** Id of the chart, for example {@code generic} or {@code cn}. */
    String id();

    /** The chart. */
    Chart chart();
}
