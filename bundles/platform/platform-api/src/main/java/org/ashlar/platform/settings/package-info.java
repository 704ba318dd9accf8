/** Settings per company. */
@Export
@Version("1.0.0")
package org.ashlar.platform.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
