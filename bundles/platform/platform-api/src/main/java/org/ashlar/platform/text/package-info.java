/** Formats of text files that several modules read. */
@Export
@Version("1.0.0")
package org.ashlar.platform.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
