/** Purchase orders, vendor prices and bill matching as other modules see them. */
@Export
@Version("1.0.0")
package org.ashlar.purchasing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
