/** Texts with placeholders, filled from plain values. */
@Export
@Version("1.0.0")
package org.ashlar.platform.template;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
