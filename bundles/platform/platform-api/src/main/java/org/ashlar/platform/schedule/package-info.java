/** Work that happens by the clock, once per installation. */
@Export
@Version("1.0.0")
package org.ashlar.platform.schedule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
