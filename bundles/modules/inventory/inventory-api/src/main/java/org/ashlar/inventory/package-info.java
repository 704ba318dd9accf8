/** Stock: transfers, reservations, quantities and their value. */
@Export
@Version("1.0.0")
package org.ashlar.inventory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
