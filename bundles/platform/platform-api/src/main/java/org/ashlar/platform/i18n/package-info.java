/** Texts in the user's language. */
@Export
@Version("1.0.0")
package org.ashlar.platform.i18n;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
