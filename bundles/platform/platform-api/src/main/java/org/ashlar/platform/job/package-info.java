/** Long-running work with progress, cancel and resume. */
@Export
@Version("1.0.0")
package org.ashlar.platform.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
