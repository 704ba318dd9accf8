/** Several nodes on one database: what one changes, the others hear. */
@Export
@Version("1.0.0")
package org.ashlar.platform.node;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
