/** What bridges and extensions may supply to sales orders. */
@Export
@Version("1.0.0")
package org.ashlar.sales.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
