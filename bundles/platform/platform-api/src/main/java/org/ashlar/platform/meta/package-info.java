/** What the models of the installed modules look like, read from their annotations. */
@Export
@Version("1.0.0")
package org.ashlar.platform.meta;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
