/** What other modules may contribute to inventory. */
@Export
@Version("1.0.0")
package org.ashlar.inventory.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
