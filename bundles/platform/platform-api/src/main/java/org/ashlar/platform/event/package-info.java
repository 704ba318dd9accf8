/** Typed events inside the transaction and their delivery after it. */
@Export
@Version("1.0.0")
package org.ashlar.platform.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
