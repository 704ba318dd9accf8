/** The one master record of each: parties, products, units, currencies, prices and the fiscal calendar. */
@Export
@Version("1.0.0")
package org.ashlar.masters;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
