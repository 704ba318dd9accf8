/** Document numbers: legal (gapless) and plain series. */
@Export
@Version("1.0.0")
package org.ashlar.platform.numbering;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
