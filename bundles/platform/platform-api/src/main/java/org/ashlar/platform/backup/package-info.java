/** Copies of the running database, and the way back. */
@Export
@Version("1.0.0")
package org.ashlar.platform.backup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
