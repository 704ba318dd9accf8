/** Calls to systems outside, to addresses that somebody entered. */
@Export
@Version("1.0.0")
package org.ashlar.platform.outside;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
