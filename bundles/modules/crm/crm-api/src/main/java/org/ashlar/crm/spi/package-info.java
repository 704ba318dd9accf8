/** What bridges and extensions may supply to opportunities. */
@Export
@Version("1.0.0")
package org.ashlar.crm.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
