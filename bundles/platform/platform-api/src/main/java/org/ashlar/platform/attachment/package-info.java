/** Files of any record, in versions. */
@Export
@Version("1.0.0")
package org.ashlar.platform.attachment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
