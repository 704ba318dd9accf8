/** Money, quantities and the rounding policy. */
@Export
@Version("1.0.0")
package org.ashlar.platform.value;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
