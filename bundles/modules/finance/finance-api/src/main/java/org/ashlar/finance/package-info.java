/** Finance for other modules: the ledger, invoices, payments, taxes and what parties owe. */
@Export
@Version("1.0.0")
package org.ashlar.finance;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
