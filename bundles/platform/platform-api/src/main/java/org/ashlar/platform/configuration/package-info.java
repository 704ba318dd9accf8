/** What an administrator configured, carried from one installation to another. */
@Export
@Version("1.0.0")
package org.ashlar.platform.configuration;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
