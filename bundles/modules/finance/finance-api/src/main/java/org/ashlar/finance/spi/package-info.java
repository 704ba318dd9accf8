/** What other bundles may contribute to finance: charts of accounts, checks of entries and of invoices. */
@Export
@Version("1.0.0")
package org.ashlar.finance.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
