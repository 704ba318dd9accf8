/** The health check of the installation: what an administrator should look at. */
@Export
@Version("1.0.0")
package org.ashlar.platform.checkup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
