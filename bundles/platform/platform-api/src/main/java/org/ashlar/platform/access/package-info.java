/** Who is calling, for which company, and what they may do. */
@Export
@Version("1.0.0")
package org.ashlar.platform.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
