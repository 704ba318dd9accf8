/** Reports: tables computed on demand, the same under REST, export and console. */
@Export
@Version("1.0.0")
package org.ashlar.platform.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
