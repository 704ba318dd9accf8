/** Transaction boundaries. */
@Export
@Version("1.0.0")
package org.ashlar.platform.tx;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
