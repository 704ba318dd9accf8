/** Secrets that are stored encrypted, with a key that lies outside the database and its backups. */
@Export
@Version("1.0.0")
package org.ashlar.platform.secret;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
